package postern.web.command;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import postern.Forum;
import postern.World;
import postern.accounts.Created;
import postern.accounts.Password;
import postern.boards.Audience;
import postern.boards.BoardChanged;
import postern.boards.BoardDraft;
import postern.kernel.Base32;
import postern.kernel.BoardId;
import postern.kernel.CorrespondenceId;
import postern.kernel.MemberId;
import postern.kernel.Randomness;
import postern.kernel.Role;
import postern.kernel.Scope;
import postern.kernel.Standing;
import postern.kernel.ThreadId;
import postern.kernel.Username;
import postern.kernel.Viewer;
import postern.letters.NewLetter;
import postern.letters.Written;
import postern.privacy.Election;
import postern.threads.Replied;
import postern.threads.Started;

/**
 * Fills an empty installation with the community of demo.yml, through the rooms' own doors and with
 * a clock of its own, so that its talk lies some weeks back. What its letters cause goes on when
 * the service has started.
 */
final class Demo {
  private static final int WORD = 5;

  private final Forum forum;
  private final DemoScript script;
  private final Instant today;
  private final String password;
  private final List<Event> events = new ArrayList<>();
  private final Map<String, BoardId> boards = new HashMap<>();
  private Instant now;

  private record Event(Instant at, Runnable what) {}

  private Demo(Forum like, DemoScript script) {
    this.script = script;
    this.today = like.foundation().sources().now();
    this.now = today;
    this.password = drawn(like.foundation().sources().randomness());
    var world =
        new World(
            () -> now,
            like.foundation().sources().randomness(),
            _ -> like.foundation().sources().ids());
    this.forum = Forum.of(like.foundation().settings(), like.foundation().storage(), world);
  }

  /** True where nobody has made a board yet. */
  static boolean fits(Forum forum) {
    return forum.boards().list(operator()).isEmpty();
  }

  /** The sign-ins, as lines for the terminal. */
  static String fill(Forum forum) throws IOException {
    var demo = new Demo(forum, DemoScript.read());
    demo.plan();
    demo.events.sort(Comparator.comparing(Event::at));
    for (var event : demo.events) {
      demo.now = event.at();
      event.what().run();
    }
    return demo.signIns();
  }

  private void plan() {
    var opening = script.people().getFirst().ago();
    script.people().forEach(person -> at(person.ago(), () -> join(person)));
    script.boards().forEach(shelf -> at(opening, () -> board(shelf)));
    script.threads().forEach(this::talk);
    script.letters().forEach(this::exchange);
  }

  private void at(Duration ago, Runnable what) {
    events.add(new Event(today.minus(ago), what));
  }

  private void join(DemoScript.Person person) {
    var role =
        person.role() == null ? Role.MEMBER : Role.valueOf(person.role().toUpperCase(Locale.ROOT));
    var name = new Username(person.name());
    var made =
        forum
            .accounts()
            .createMember(name, Names.address(person.address()), Password.typed(password), role);
    if (!(made instanceof Created.Member)) {
      throw new Failed(
          "The demo's member " + person.name() + " cannot be made: the name is taken.");
    }
    forum.accounts().profiles().setDisplayName(viewer(person.name()), person.called());
    if (person.shows() != null) {
      forum.foundation().elections().elect(viewer(person.name()), Election.MEMBERS);
    }
  }

  private void board(DemoScript.Shelf shelf) {
    boolean staff = "staff".equals(shelf.read());
    var write = staff ? Audience.STAFF : Audience.MEMBERS;
    var read = staff ? Audience.STAFF : Audience.VISITORS;
    var draft = new BoardDraft(shelf.slug(), shelf.title(), shelf.text(), read, write, write);
    if (forum.boards().create(operator(), draft) instanceof BoardChanged.Changed(var board)) {
      boards.put(shelf.slug(), board.id());
    } else {
      throw new IllegalStateException("a board of the demo");
    }
  }

  private void talk(DemoScript.Talk talk) {
    var started = new ThreadId[1];
    at(talk.ago(), () -> started[0] = start(talk));
    var ago = talk.ago();
    for (var said : talk.answers()) {
      ago = after(ago, said);
      at(ago, () -> reply(started[0], said));
    }
    var end = ago;
    if (talk.pin() != null) {
      at(
          talk.ago(),
          () -> forum.discussions().marks().pin(viewer("marlene"), started[0], talk.pin()));
    }
    if (talk.lock() != null) {
      at(end, () -> forum.discussions().marks().lock(viewer("tobias"), started[0], talk.lock()));
    }
  }

  private ThreadId start(DemoScript.Talk talk) {
    var board = boards.get(talk.board());
    return switch (forum
        .discussions()
        .threads()
        .start(viewer(talk.by()), board, talk.title(), talk.text().strip())) {
      case Started.Posted posted -> posted.thread();
      case Started other -> throw new IllegalStateException("a thread of the demo: " + other);
    };
  }

  private void reply(ThreadId thread, DemoScript.Said said) {
    var replied = forum.discussions().posts().reply(viewer(said.by()), thread, said.text().strip());
    if (!(replied instanceof Replied.Posted)) {
      throw new IllegalStateException("a reply of the demo: " + replied);
    }
  }

  private void exchange(DemoScript.Exchange exchange) {
    var sent = new CorrespondenceId[1];
    at(exchange.ago(), () -> sent[0] = write(exchange));
    var ago = exchange.ago();
    for (var said : exchange.answers()) {
      ago = after(ago, said);
      at(ago, () -> forum.letters().answer(viewer(said.by()), sent[0], said.text(), false));
    }
  }

  private CorrespondenceId write(DemoScript.Exchange exchange) {
    var letter = new NewLetter(exchange.subject(), exchange.text(), exchange.share(), false);
    return switch (forum
        .letters()
        .write(viewer(exchange.from()), new Username(exchange.to()), letter)) {
      case Written.Sent(_, var correspondence) -> correspondence;
      case Written other -> throw new IllegalStateException("a letter of the demo: " + other);
    };
  }

  // An answer's time may not lie ahead of today, however the script was changed.
  private static Duration after(Duration ago, DemoScript.Said said) {
    var next = ago.minus(said.after());
    return next.isNegative() ? Duration.ZERO : next;
  }

  private Viewer.Member viewer(String name) {
    return forum
        .foundation()
        .storage()
        .database()
        .read(
            tx ->
                forum
                    .accounts()
                    .find(tx, new Username(name))
                    .flatMap(member -> forum.sessions().viewer(tx, member.id()))
                    .orElseThrow());
  }

  private static Viewer.Member operator() {
    return new Viewer.Member(
        new MemberId(1),
        new Username("operator"),
        Role.ADMINISTRATOR,
        Standing.ACTIVE,
        Set.of(),
        Set.of(),
        EnumSet.allOf(Scope.class));
  }

  private String signIns() {
    var lines = new StringBuilder("The demo's members all have the password " + password + "\n");
    for (var person : script.people()) {
      var role = person.role() == null ? "" : " (" + person.role() + ")";
      lines.append("  ").append(person.name()).append(role).append('\n');
    }
    return lines.toString();
  }

  private static String drawn(Randomness randomness) {
    var text = Base32.encode(randomness.bytes(WORD * 2));
    return text.replaceAll("(.{4})(?=.)", "$1-");
  }
}
