package postern.web.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import postern.accounts.Created;
import postern.accounts.Password;
import postern.importing.Broken;
import postern.importing.ImportProgress;
import postern.importing.Imports;
import postern.kernel.BoardId;
import postern.kernel.EmailAddress;
import postern.kernel.Role;
import postern.kernel.Username;
import postern.relay.PostOffice;
import postern.relay.TestForum;

/**
 * A few weeks of a small forum, as a script: people join, read, post, write letters by site and by
 * mail, choose who sees their address, change it, forget passwords, fail, and are refused. Dora
 * administrates, Cleo moderates, Ada and Ben write to each other, Eve looks on.
 */
final class Story {
  static final String PASSWORD = "four quiet herons";
  static final String BEN = "coppice.kiln@saltmarsh-nine.example";
  static final String CLEO = "thimble_row@brackenfold.example";
  static final String DORA = "lantern-yard@oxbow-reach.example";
  static final String EVE = "pebble.gully@gorse-lane.example";
  static final String ADA = "wrenfeather31@tarn-hollow.example";
  static final String FORMER = "old.scribe77@archive-vale.example";
  static final List<String> PEOPLE = List.of("guest", "ada", "ben", "cleo", "dora", "eve");

  private final ProofHouse house;
  private final String adas;
  private final String adasLater;
  String board;
  String thread;
  String post;
  String correspondence;
  String letter;

  Story(ProofHouse house, String adas) {
    this.house = house;
    this.adas = adas;
    this.adasLater = "later." + adas.replace("@", "x@new-");
  }

  /** All of it, in order. */
  void tell() {
    join();
    boards();
    seams();
    waiting();
    moderating();
    letters();
    elections();
    accounts();
    forms();
    archive();
    endings();
    failures();
    searches();
    reading();
    everyPage();
    house.hearOperation();
  }

  Caller caller(String who) {
    return house.caller(who);
  }

  void join() {
    house.mailbox("dora", DORA);
    var made =
        house
            .forum
            .accounts()
            .createMember(
                new Username("dora"),
                EmailAddress.parse(DORA).orElseThrow(),
                Password.typed(PASSWORD),
                Role.ADMINISTRATOR);
    if (!(made instanceof Created.Member)) {
      throw new AssertionError("the administrator was not made");
    }
    signIn("dora");
    signUp("ada", adas);
    signUp("ben", BEN);
    signUp("cleo", CLEO);
    signUp("eve", EVE);
    caller("dora")
        .put("/members/cleo/role", "{\"role\": \"moderator\", \"reason\": \"She asked.\"}")
        .expect(204);
  }

  void signUp(String who, String address) {
    house.mailbox(who, address);
    caller(who)
        .post(
            "/accounts",
            """
            {"username": "%s", "address": "%s", "password": "%s", "ofAge": true}
            """
                .formatted(who, address, PASSWORD))
        .expect(202);
    caller(who)
        .post("/sessions", "{\"login\": \"%s\", \"password\": \"%s\"}".formatted(who, PASSWORD))
        .expect(403);
    house.settle();
    var link = link(address, "/verify/");
    caller(who).page("/verify/" + link);
    caller(who).post("/accounts/verify", "{\"token\": \"" + link + "\"}").expect(201);
    house.settle();
    signIn(who);
  }

  void signIn(String who) {
    house.caller(who).session("");
    var opened =
        caller(who)
            .post("/sessions", "{\"login\": \"%s\", \"password\": \"%s\"}".formatted(who, PASSWORD))
            .expect(201);
    caller(who).session(opened.json("token"));
  }

  String link(String address, String path) {
    var pattern = Pattern.compile(Pattern.quote(path) + "([A-Za-z0-9_-]{20,})");
    return house.postOffice.all().reversed().stream()
        .filter(mail -> mail.to().equalsIgnoreCase(address))
        .map(mail -> pattern.matcher(mail.text().replace("=\r\n", "")))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no mail has a link to " + path));
  }

  void boards() {
    board =
        caller("dora")
            .post(
                "/boards",
                """
                {"slug": "garden", "title": "Garden", "description": "What grows.",
                 "read": "visitors", "write": "members"}
                """)
            .expect(201)
            .json("id");
    caller("dora")
        .post("/boards", "{\"slug\": \"staff\", \"title\": \"Staff\", \"read\": \"staff\"}")
        .expect(201);
    var started =
        caller("ada")
            .post(
                "/boards/" + board + "/threads",
                "{\"title\": \"Water wheels\", \"body\": \"Does *anybody* have one? @ben\"}")
            .expect(201);
    thread = started.json("id");
    post =
        caller("ben")
            .post(
                "/threads/" + thread + "/posts",
                "{\"body\": \"> Does anybody\\n\\nWe do, @ada. See https://wheels.example/\"}")
            .expect(201)
            .json("id");
    caller("ben").patch("/posts/" + post, "{\"body\": \"We do.\"}").expect(200);
    caller("ben").post("/preview", "{\"body\": \"**bold** @ada\"}").expect(200);
    caller("eve").patch("/posts/" + post, "{\"body\": \"Not mine.\"}");
    for (var mark : List.of("pin", "lock")) {
      caller("cleo")
          .put("/threads/" + thread + "/" + mark, "{\"reason\": \"To be seen.\"}")
          .expect(200);
    }
    caller("ada").post("/threads/" + thread + "/posts", "{\"body\": \"Closed?\"}");
    caller("cleo").delete("/threads/" + thread + "/lock");
    var gone =
        caller("ada")
            .post("/threads/" + thread + "/posts", "{\"body\": \"Never mind.\"}")
            .expect(201)
            .json("id");
    caller("ada").delete("/posts/" + gone);
    caller("cleo").post("/posts/" + gone + "/restore", "{\"reason\": \"It was good.\"}");
    house.settle();
  }

  /** One thread goes into another, and part of it out again. */
  private void seams() {
    var path = "/boards/" + board + "/threads";
    var into = caller("ada").post(path, "{\"title\": \"Mills\", \"body\": \"One @ben\"}");
    var from = caller("ben").post(path, "{\"title\": \"Weirs\", \"body\": \"Two @ada\"}");
    var at = "/t/" + into.expect(201).json("id");
    var old = "/t/" + from.expect(201).json("id");
    caller("cleo").page(old + "/moderate/merge");
    submits("cleo", old + "/moderate/merge", "into=" + at + "/mills&reason=One+question");
    caller("eve").page(old + "/weirs").expect(301);
    caller("eve").page(at + "/mills").expect(200);
    caller("cleo").page(at + "/moderate/split").expect(200);
    submits(
        "cleo",
        at + "/moderate/split",
        "title=Weirs+again&reason=Two+questions&post=" + from.json("post"));
    caller("eve").page(at + "/mills").expect(200);
    caller("cleo").page(at + "/mills").expect(200);
  }

  /** Words make posts wait, which some read and others do not. */
  private void waiting() {
    caller("dora").post("/held-words", "{\"word\": \"sluice gate\"}").expect(201);
    submits("dora", "/admin/words", "word=mill+race");
    var at = "/threads/" + thread + "/posts";
    var held =
        caller("ben").post(at, "{\"body\": \"A Sluice Gate, @ada\"}").expect(202).json("post");
    submits("ben", "/t/" + thread + "/reply", "body=The+mill+race+is+dry");
    submits("ben", "/b/" + board + "/new", "title=Mill+race&body=Whose");
    for (var who : PEOPLE) {
      caller(who).page("/held");
      caller(who).page("/held/" + held);
      caller(who).page("/t/" + thread + "/water-wheels");
      caller(who).get("/me/held-posts");
      caller(who).get("/moderation/held-posts");
    }
    submits("cleo", "/held/" + held + "/approve", "");
    caller("eve").page("/p/" + held).expect(302);
  }

  /** A post of Ada's is flagged and decided about, she answers, and Eve is silenced for a while. */
  private void moderating() {
    house.settle();
    var adasPost =
        caller("eve").get("/threads/" + thread + "/posts").json().at("/items/0/id").asText();
    var flag = "{\"reason\": \"rude\", \"note\": \"Not kind, @ada.\"}";
    caller("eve").page("/p/" + adasPost + "/flag").expect(200);
    caller("eve").post("/posts/" + adasPost + "/flags", flag).expect(201);
    caller("ada").post("/posts/" + post + "/flags", flag).expect(201);
    house.settle();
    for (var item : caller("cleo").get("/moderation/queue").expect(200).json().path("items")) {
      var id = item.path("id").asText();
      caller("cleo").page("/moderation/queue/" + id).expect(200);
      if (item.path("kind").asText().equals("flagged")) {
        caller("cleo")
            .post(
                "/moderation/queue/" + id + "/decision",
                "{\"decision\": \"warn\", \"reason\": \"Be kind.\"}")
            .expect(200);
      }
    }
    house.settle();
    var decision = caller("ada").get("/me/decisions").json().at("/items/0/id").asText();
    caller("ada").page("/decisions/" + decision).expect(200);
    caller("ada")
        .post("/me/decisions/" + decision + "/answer", "{\"text\": \"I was joking.\"}")
        .expect(204);
    caller("eve").page("/decisions/" + decision).expect(404);
    var silence =
        "{\"kind\": \"silence\", \"until\": \"2026-03-20T09:00:00Z\", \"reason\": \"Loud.\"}";
    caller("dora").page("/m/eve/sanctions").expect(200);
    caller("dora").post("/members/eve/sanctions", silence).expect(201);
    caller("eve").get("/me/decisions").expect(200);
    caller("dora").delete("/members/eve/sanctions?reason=Enough").expect(204);
    for (var who : PEOPLE) {
      caller(who).get("/moderation/queue");
      caller(who).page("/moderation/queue");
      caller(who).get("/moderation/log");
      caller(who).page("/moderation/log");
    }
    house.settle();
  }

  void letters() {
    var sent =
        caller("ada")
            .post(
                "/members/ben/letters",
                """
                {"subject": "The wheel", "body": "Does it turn? Mine is %s, or by phone.",
                 "shareAddress": false, "leaveOwnAddress": false}
                """
                    .formatted(adas))
            .expect(202);
    correspondence = sent.json("correspondence");
    letter = sent.json("id");
    house.settle();
    var first = house.latest(BEN);
    mail("ben", BEN, first.fromAddress(), reply(first, BEN, "b1", "It does. " + BEN));
    house.settle();
    var second = house.latest(adas);
    mail("ada", adas, second.fromAddress(), html(second, adas, "a1"));
    house.settle();
    caller("ben")
        .post("/correspondences/" + correspondence + "/letters", "{\"body\": \"From the site.\"}")
        .expect(202);
    caller("ada").put("/me/letter-rules", rules("EVERYONE"));
    mail("eve", EVE, "ada@" + TestForum.DOMAIN, plain(EVE, "e1", "A first letter by mail."));
    mail("eve", EVE, second.fromAddress(), plain(EVE, "e2", "To a mask that is not mine."));
    mail("eve", EVE, "nobody-here@" + TestForum.DOMAIN, plain(EVE, "e3", "To nobody."));
    mail("eve", EVE, "ben@elsewhere.example", plain(EVE, "e4", "To another domain."));
    house.mailHost.unproved("eve", adas, "ben@" + TestForum.DOMAIN, plain(adas, "e5", "Forged."));
    house.mailHost.unproved("eve", EVE, "ben@" + TestForum.DOMAIN, plain(EVE, "e6", "Unproved."));
    house.settle();
    caller("ben").post("/letters/" + letter + "/report", "{\"reason\": \"I am not sure.\"}");
    caller("cleo").get("/moderation/reported-letters").expect(200);
    house.settle();
  }

  private static String rules(String writers) {
    return "{\"writers\": \"%s\", \"keeps\": true, \"listed\": [\"+49 30 555 0199\"]}"
        .formatted(writers);
  }

  private void mail(String who, String from, String to, String message) {
    house.mailHost.send(who, from, to, message);
  }

  private void elections() {
    caller("ada").put("/me/address-election", "{\"election\": \"members\"}").expect(200);
    for (var who : List.of("ben", "cleo", "eve")) {
      sees(caller(who).get("/members/ada", Set.of("ada")).expect(200));
      caller(who).page("/m/ada", Set.of("ada"));
    }
    caller("guest").get("/members/ada").expect(200);
    caller("guest").page("/m/ada");
    answer("ada", "With my address below.");
    house.settle(Map.of("ben", Set.of("ada")));
    if (Readings.of(house.latest(BEN).raw()).values().stream().noneMatch(r -> r.contains(adas))) {
      throw new AssertionError("an elected address is missing under a letter");
    }
    caller("ada").put("/me/address-election", "{\"election\": \"nobody\"}").expect(200);
    caller("ben").get("/members/ada").expect(200);
    answer("ada", "And without it again.");
    house.settle();
    caller("ada").put("/me/address-election/ben", "").expect(204);
    sees(caller("ben").get("/members/ada", Set.of("ada")).expect(200));
    caller("eve").get("/members/ada").expect(200);
    caller("ada").delete("/me/address-election/ben").expect(204);
    caller("ben").get("/members/ada").expect(200);
  }

  private void sees(Answer answer) {
    if (!answer.json("address").equals(adas)) {
      throw new AssertionError("an elected address is not shown");
    }
  }

  private void answer(String who, String text) {
    caller(who)
        .post(
            "/correspondences/" + correspondence + "/letters", "{\"body\": \"%s\"}".formatted(text))
        .expect(202);
  }

  private void accounts() {
    caller("ada")
        .patch("/me", "{\"displayName\": \"Ada of the mill\", \"phone\": \"+49 30 555 0100\"}")
        .expect(200);
    house.mailbox("ada", adasLater);
    for (var address : List.of(adasLater, BEN, adas)) {
      caller("ada").post("/me/addresses", wish(address)).expect(202);
    }
    caller("ada").post("/me/addresses", wish(adas).replace(PASSWORD, "not the password"));
    house.settle();
    var link = link(adasLater, "/address/");
    caller("ada").page("/address/" + link);
    caller("guest").post("/accounts/addresses/confirm", token(link)).expect(204);
    house.settle();
    var mine = caller("ada").get("/me/addresses").expect(200).json().path("items");
    mine.forEach(
        one -> {
          if (!one.path("main").asBoolean()) {
            caller("ada")
                .put("/me/addresses/" + one.path("id").asText() + "/main", proof())
                .expect(204);
          }
        });
    house.settle();
    house.clock.advance(Duration.ofHours(2));
    answer("ben", "Where will this go?");
    house.settle();
    var undo = link(adas, "/address/undo/");
    caller("guest").page("/address/undo/" + undo);
    caller("guest").post("/accounts/addresses/undo", token(undo)).expect(204);
    house.settle();
    signIn("ada");
    caller("ben").post("/accounts/forgotten", "{\"login\": \"ben\"}").expect(202);
    caller("eve").post("/accounts/forgotten", "{\"login\": \"ada\"}").expect(202);
    house.settle();
    var reset = link(BEN, "/reset/");
    caller("ben").page("/reset/" + reset);
    caller("ben").session("");
    caller("ben")
        .post(
            "/accounts/reset",
            "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(reset, PASSWORD))
        .expect(204);
    house.settle();
    signIn("ben");
  }

  private static String wish(String address) {
    return "{\"address\": \"%s\", \"password\": \"%s\"}".formatted(address, PASSWORD);
  }

  private static String token(String token) {
    return "{\"token\": \"" + token + "\"}";
  }

  private static String proof() {
    return "{\"password\": \"" + PASSWORD + "\"}";
  }

  /** The same by the pages' own forms. */
  private void forms() {
    submits("ada", "/settings/address/election", "election=members");
    shows(caller("eve").page("/m/ada", Set.of("ada")), true);
    shows(caller("guest").page("/m/ada"), false);
    submits("ada", "/settings/address/election", "election=nobody");
    shows(caller("eve").page("/m/ada"), false);
    submits("ada", "/settings/address/named", "username=ben");
    shows(caller("ben").page("/m/ada", Set.of("ada")), true);
    shows(caller("eve").page("/m/ada"), false);
    submits("ada", "/settings/address/named/ben/withdraw", "");
    shows(caller("ben").page("/m/ada"), false);
    submits(
        "eve",
        "/settings/notices",
        "mention=mail&answer=mail&reply=mail&thread=mail&letter=site&decision=mail&pace=soon");
    submits("eve", "/t/" + thread + "/watch", "page=1");
    submits("eve", "/b/" + board + "/watch", "");
    submits("ada", "/t/" + thread + "/reply", "body=Once+more+%40ben");
    submits("ada", "/t/" + thread + "/reply", "action=preview&body=Once+more");
    house.settle();
    told("ben");
    told("eve");
    var end = link(EVE, "/notices/end/");
    caller("guest").page("/notices/end/" + end);
    submits("guest", "/notices/end/" + end, "List-Unsubscribe=One-Click");
    submits("ada", "/b/" + board + "/new", "title=More&body=And+more");
    var letter = "subject=Again&body=Write+to+" + adas.replace("@", "%40");
    // It asks first, because her address stands in the text.
    caller("ada").submit("/m/ben/letter", letter).expect(422);
    submits("ada", "/m/ben/letter", letter + "&own_address=replace");
    house.settle();
    submits("ben", "/letters/" + correspondence, "body=By+the+page");
    submits("ben", "/letters/" + correspondence + "/renew", "");
    submits("ben", "/letters/" + correspondence + "/block", "");
    submits("ben", "/letters/" + correspondence + "/unblock", "");
    submits("ada", "/settings/profile", "display_name=Ada&phone=%2B49+30+5550100");
    house.settle();
  }

  private void told(String who) {
    if (!caller(who).page("/notices").text().contains("Water wheels")
        || caller(who).get("/notices").expect(200).json().path("items").isEmpty()) {
      throw new AssertionError("a notice is missing");
    }
  }

  private void submits(String who, String path, String fields) {
    int status = caller(who).submit(path, fields).status();
    if (status != 200 && status != 303) {
      throw new AssertionError("a form was answered with " + status + ": " + path);
    }
  }

  private void shows(Answer page, boolean expected) {
    boolean shown =
        Readings.of(page.bytes()).values().stream().anyMatch(text -> text.contains(adas));
    if (page.status() != 200 || shown != expected) {
      throw new AssertionError("a profile is not as its owner chose");
    }
  }

  /**
   * Eve tries her guess of Ada's address, which is always the same; so in one of two worlds it is
   * right, and in the other wrong.
   */
  private void failures() {
    var eve = caller("eve");
    var quoted = "Look:\r\n\r\n> From: " + ADA + "\r\n> so she wrote";
    mail("eve", EVE, "ben@" + TestForum.DOMAIN, plain(EVE, "e7", quoted));
    house.mailHost.unproved("eve", ADA, "ben@" + TestForum.DOMAIN, plain(ADA, "e8", "Forged."));
    house.mailHost.unproved("eve", EVE, ADA, plain(EVE, "e9", "To her own host."));
    house.settle();
    for (var login : List.of("ada", ADA, "ghost", "ghost@nowhere-at-all.example")) {
      eve.post("/sessions", "{\"login\": \"%s\", \"password\": \"a wrong one\"}".formatted(login));
      eve.post("/accounts/forgotten", "{\"login\": \"%s\"}".formatted(login));
    }
    int wish = 0;
    for (var address : List.of(ADA, "ghost@nowhere-at-all.example")) {
      eve.post(
          "/accounts",
          """
          {"username": "some%d", "address": "%s", "password": "%s", "ofAge": true}
          """
              .formatted(wish++, address, PASSWORD));
      eve.post("/me/addresses", wish(address));
    }
    house.settle();
    eve.post("/accounts", "[");
    eve.post("/accounts", "{\"address\": \"" + ADA + "\", \"address2\": 3}");
    eve.post("/accounts", "{\"address\": {\"" + ADA + "\": 3}}");
    eve.get("/threads/%22" + ADA.replace("@", "%40"));
    eve.get("/threads?after=" + ADA);
    eve.get("/members/" + ADA.replace("@", "%40"));
    eve.get("/correspondences/" + correspondence + "/letters").expect(404);
    eve.call("GET", "/../%00", "", "", Set.of());
    eve.call("BREW", "/api/v1/me", "", "", Set.of());
    eve.call("GET", "/nowhere/" + board, "Accept: text/html\r\n", "", Set.of());
    caller("guest").get("/me").expect(401);
    caller("guest").get("/correspondences").expect(401);
    house.settle();
  }

  /** An archive comes in, in which Ada and somebody who never joined wrote. */
  private void archive() {
    house.mailbox("former", FORMER);
    try {
      var mbox = Files.writeString(ProofHouse.folder().resolve("archive.mbox"), mbox());
      var forum = house.forum;
      new Imports(
              forum.foundation().storage().database(),
              forum.foundation().sources(),
              forum.foundation().vault(),
              forum.accounts().formerAuthors(),
              forum.discussions().archives())
          .mbox(mbox, () -> BoardId.parse(board).orElseThrow(), new Silent());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    house.settle();
    var threads = caller("guest").get("/boards/" + board + "/threads").expect(200);
    for (var one : threads.json().path("items")) {
      for (var who : List.of("guest", "ben", "ada")) {
        caller(who).get("/threads/" + one.path("id").asText() + "/posts").expect(200);
        caller(who).page("/t/" + one.path("id").asText() + "/any");
      }
    }
  }

  private static final class Silent implements ImportProgress {
    @Override
    public void walked(long octets, long all) {}

    @Override
    public void imported(int messages, int all) {}

    @Override
    public void broken(Broken broken) {}
  }

  private String mbox() {
    return """
    From %1$s Mon Nov  6 10:00:00 2017
    From: "Old Scribe (%1$s)" <%1$s>
    To: dev@lists.example
    Subject: Mills, by %1$s
    Message-ID: <m1@archive-vale.example>
    Date: Mon, 6 Nov 2017 10:00:00 +0100
    Content-Type: text/plain; charset=utf-8

    Write to %1$s or old.scribe77 at archive-vale dot example.
    --\s
    Old Scribe <%1$s>

    From %2$s Mon Nov  6 11:00:00 2017
    From: Ada <%2$s>
    To: %1$s
    Subject: Re: Mills, by %1$s
    Message-ID: <m2@client.test>
    In-Reply-To: <m1@archive-vale.example>
    Date: Mon, 6 Nov 2017 11:00:00 +0100

    On Monday, Old Scribe <%1$s> wrote:
    > Write to %1$s
    My address is %2$s.

    """
        .formatted(FORMER, adas);
  }

  private void endings() {
    var latest = house.latest(BEN);
    caller("ada").post("/correspondences/" + correspondence + "/renew", "{}").expect(200);
    mail("ben", BEN, latest.fromAddress(), reply(latest, BEN, "b8", "To the old mask."));
    operators();
    house.postOffice.refuse(address -> address.equals(BEN));
    answer("ada", "This one comes back.");
    house.settle();
    house.postOffice.refuse(_ -> false);
    var returnPath = house.latest(adas).from();
    house.mailHost.unproved("ada", "", returnPath, failed());
    house.settle();
    caller("ada").put("/correspondences/" + correspondence + "/block", "").expect(204);
    mail("ben", BEN, "ada@" + TestForum.DOMAIN, plain(BEN, "b9", "After the block."));
    caller("ben").post("/members/ada/letters", "{\"subject\": \"?\", \"body\": \"Hello?\"}");
    caller("ben").get("/members/ada").expect(200);
    caller("ada").delete("/correspondences/" + correspondence + "/block").expect(204);
    caller("ada").put("/me/letter-rules", rules("NOBODY"));
    caller("eve").post("/members/ada/letters", "{\"subject\": \"?\", \"body\": \"Hello?\"}");
    house.settle();
  }

  /**
   * Everybody looks for words and for addresses: for Ada's by how it begins, which is the same in
   * both of her worlds.
   */
  void searches() {
    house.settle();
    var typed =
        List.of("wheel", "author:ada", "\"we do\"", "wrenfeather", BEN, CLEO, DORA, EVE, FORMER);
    for (var who : PEOPLE) {
      for (var one : typed) {
        var q = java.net.URLEncoder.encode(one, java.nio.charset.StandardCharsets.UTF_8);
        caller(who).get("/search?q=" + q).expect(200);
        caller(who).get("/search/similar?title=" + q);
      }
    }
    caller("eve").get("/search?q=wheel+author:ada").expect(200);
  }

  /** What is kept for who reads on is theirs alone, and Ada's draft holds her own address. */
  private void reading() {
    caller("ada")
        .put("/me/drafts/threads/" + thread, "{\"body\": \"Write to %s\"}".formatted(adas))
        .expect(204);
    submits("eve", "/bookmarks/" + post, "");
    submits("eve", "/read/all", "");
    for (var who : List.of("eve", "dora")) {
      var secret = caller(who).put("/me/feed-token", "").expect(200).json("token");
      var feeds = "/feeds/" + secret;
      caller(who).page(feeds + "/latest.atom").expect(200);
      caller(who).page(feeds + "/b/" + board + ".atom").expect(200);
      caller(who).page(feeds + "/t/" + thread + ".atom").expect(200);
    }
    caller("eve").get("/threads?view=unread").expect(200);
    caller("eve").get("/threads?view=new").expect(200);
    caller("eve").get("/threads?view=bookmarked").expect(200);
  }

  /** Mail to the operators, and their pages of the queue while something in it waits. */
  private void operators() {
    mail("eve", EVE, "abuse@" + TestForum.DOMAIN, plain(EVE, "e10", "Who is " + EVE + "?"));
    var dora = caller("dora");
    var kept = dora.get("/admin/mailbox").expect(200).json().path("items");
    dora.page("/admin/mailbox");
    var id = kept.get(0).path("id").asText();
    dora.get("/admin/mailbox/" + id, Set.of("eve")).expect(200);
    dora.page("/admin/mailbox/" + id, Set.of("eve"));
    caller("cleo").get("/admin/mailbox/" + id).expect(403);
    house.postOffice.defer(_ -> true);
    answer("ben", "This one waits.");
    house.settle();
    dora.get("/admin/mail").expect(200);
    dora.get("/admin/mail/messages").expect(200);
    dora.page("/admin/mail");
    house.postOffice.defer(_ -> false);
    submits("dora", "/admin/mail/rest", "reason=To+see");
    dora.page("/admin/mail");
    submits("dora", "/admin/mail/resume", "");
    submits("dora", "/admin/mail/retry", "");
    house.settle();
    submits("dora", "/admin/mailbox/" + id + "/delete", "");
  }

  /** Every address of a page or a call that reads, asked by each person. */
  void everyPage() {
    var paths =
        house.forum.foundation().edge().accessTable().endpoints().keySet().stream()
            .filter(endpoint -> endpoint.startsWith("GET "))
            .map(endpoint -> filled(endpoint.substring(4)))
            .sorted()
            .toList();
    for (var who : PEOPLE) {
      for (var path : paths) {
        if (path.startsWith("/api/v1/")) {
          caller(who).get(path.substring("/api/v1".length()));
        } else {
          caller(who).page(path);
        }
      }
      // A look may leave work behind, and dora sees what waits.
      house.settle();
    }
  }

  private String filled(String path) {
    var id =
        path.contains("/threads/") || path.contains("/t/")
            ? thread
            : path.contains("/posts/") || path.contains("/p/")
                ? post
                : path.contains("letters") || path.contains("correspondences")
                    ? correspondence
                    : board;
    return path.replaceAll("\\{username[^/]*}", "ada")
        .replaceAll("\\{slug[^/]*}", "garden")
        .replaceAll("\\{id[^/]*}", id)
        .replaceAll("\\{[^/]*}", "1");
  }

  static String plain(String from, String id, String text) {
    return """
    From: Somebody <%s>
    Subject: Hello
    Message-ID: <%s@client.test>
    X-Originating-IP: [192.0.2.99]
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    %s
    """
        .formatted(from, id, text)
        .replace("\n", "\r\n");
  }

  private static String reply(PostOffice.Arrived mail, String from, String id, String text) {
    var domain = from.substring(from.indexOf('@') + 1);
    return """
    From: Somebody <%s>
    To: <%s>
    Cc: <%s>
    Reply-To: <%s>
    Sender: <%s>
    Subject: Re: %s %s
    Message-ID: <%s@%s>
    In-Reply-To: %s
    User-Agent: Pigeon at %s
    Disposition-Notification-To: <%s>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    %s

    On Monday, <%s> wrote:
    > To: %s
    > a line that was quoted
    """
        .formatted(
            from,
            mail.fromAddress(),
            from,
            from,
            from,
            mail.header("Subject"),
            from,
            id,
            domain,
            mail.header("Message-ID"),
            domain,
            from,
            text,
            from,
            from)
        .replace("\n", "\r\n");
  }

  private static String html(PostOffice.Arrived mail, String from, String id) {
    return """
    From: "%s" <%s>
    Subject: Re: The wheel
    Message-ID: <%s@client.test>
    MIME-Version: 1.0
    Content-Type: text/html; charset=utf-8

    <html><body class="%s"><!-- %s --><p>Write to <a href="mailto:%s">me</a>.</p>
    <blockquote>%s wrote: <img src="https://track.example/%s.gif"></blockquote></body></html>
    """
        .formatted(from, from, id, from, from, from, from, from)
        .replace("\n", "\r\n");
  }

  private static String failed() {
    return """
    From: MAILER-DAEMON@mx.elsewhere.example
    Subject: failure
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary=x

    --x
    Content-Type: text/plain

    It failed.
    --x
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.elsewhere.example

    Final-Recipient: rfc822; %s
    Action: failed
    Status: 5.1.1
    --x--
    """
        .formatted(BEN)
        .replace("\n", "\r\n");
  }
}
