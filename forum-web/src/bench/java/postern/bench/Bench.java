package postern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All measurements of bin/bench, side by side in one run. */
public final class Bench {
  /** No page is kept under an address with this, so that each request makes it. */
  private static final String MADE = "made=new";

  private final Options options;

  private Bench(Options options) {
    this.options = options;
  }

  public static void main(String[] arguments) throws IOException {
    new Bench(Options.parse(arguments)).run();
  }

  private void run() throws IOException {
    Files.createDirectories(options.work());
    var small = seeded("small", options.small(), 20);
    var middle = seeded("middle", options.middle(), 20);
    var large = seeded("large", options.large(), options.thread());
    start(middle);
    try (var site = serve(large)) {
      kept(site);
      ends(site);
      member(site);
      try (var other = serve(small)) {
        front(other, site);
      }
      Search.measure(site, large, options.large());
    }
  }

  private Path seeded(String name, int posts, int longest) throws IOException {
    var folder = options.work().resolve(name + "-" + posts);
    var done = folder.resolve("seeded");
    if (!Files.exists(done)) {
      System.err.printf("Making a forum of %,d posts.%n", posts);
      Seed.fill(folder, posts, Math.min(longest, posts));
      Files.createFile(done);
    }
    return folder;
  }

  private Site serve(Path folder) {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    Arrays.stream(options.java().split(" ")).filter(flag -> !flag.isBlank()).forEach(command::add);
    command.add("-D" + BenchServer.BARE + "=" + options.work().resolve("bare"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(BenchServer.class.getName(), "server", "config.yml"));
    return Site.start(command, folder, Map.of());
  }

  /** Start-up and memory, of the application as its launcher starts it. */
  private void start(Path folder) {
    Table.head("Start and memory at %,d posts".formatted(options.middle()));
    var command = List.of("sh", options.launcher().toString());
    var plain = starts(command, folder, Map.of("POSTERN_AOT", "off"));
    var fast = starts(command, folder, Map.of());
    Table.row("from the command to the first page, with the AOT cache", seconds(fast), "2.5 s");
    Table.row("the same without it", seconds(plain), "");
    try (var site = Site.start(command, folder, Map.of())) {
      for (var path : List.of("/", "/latest", board(), thread(site, 2), "/api/v1/threads")) {
        Load.of(options.connections(), Math.max(2, options.seconds() / 2), site.url(with(path)));
      }
      Table.row("resident memory after warm-up", site.residentMebibytes() + " MiB", "350 MiB");
    }
  }

  private static double starts(List<String> command, Path folder, Map<String, String> more) {
    var times = new ArrayList<Double>();
    for (int i = 0; i < 3; i++) {
      try (var site = Site.start(command, folder, more)) {
        times.add(site.started().toMillis() / 1000.0);
      }
    }
    return median(times);
  }

  /** A page that is kept for visitors against an endpoint that does nothing. */
  private void kept(Site site) throws IOException {
    var path = thread(site, 1);
    Files.writeString(options.work().resolve("bare"), site.get(path).body());
    Table.head(
        "A visitor's thread page of 20 posts, kept, against a bare endpoint with the same bytes");
    for (var encoding : List.of("identity", "gzip")) {
      var accept = "Accept-Encoding: " + encoding;
      sideBySide(
          encoding,
          () -> load(site, path, accept),
          () -> load(site, "/bench/bare", accept),
          "the page",
          "the bare endpoint",
          true,
          "at least 0.80");
    }
    Table.load("the same page made for each request", load(site, with(path)));
  }

  private void ends(Site site) {
    var first = thread(site, 1);
    var last = thread(site, 1) + "?page=" + (options.thread() + 19) / 20;
    Table.head(
        "A thread of %,d posts: its last page against its first, made for each request"
            .formatted(options.thread()));
    sideBySide(
        "time",
        () -> load(site, with(last)),
        () -> load(site, with(first)),
        "the last page",
        "the first page",
        false,
        "at most 1.20");
  }

  private void front(Site small, Site large) {
    Table.head(
        "The front page, made for each request: %,d posts against %,d"
            .formatted(options.large(), options.small()));
    sideBySide(
        "time",
        () -> load(large, with("/")),
        () -> load(small, with("/")),
        "%,d posts".formatted(options.large()),
        "%,d posts".formatted(options.small()),
        false,
        "at most 1.50");
  }

  private void member(Site site) throws IOException {
    Table.head("A member who is signed in");
    var token = site.session();
    var cookie = "Cookie: session=" + token;
    Table.load("thread page of 20 posts", load(site, thread(site, 2), cookie));
    Table.load("front page", load(site, "/", cookie));
    var script = options.work().resolve("post.lua");
    Files.writeString(
        script,
        """
        wrk.method = "POST"
        wrk.body = '{"body": "A short reply with **some** words in it."}'
        wrk.headers["Content-Type"] = "application/json"
        wrk.headers["Authorization"] = "Bearer %s"
        """
            .formatted(token));
    var url = site.url("/api/v1/threads/" + (Seed.THREAD + 7) + "/posts");
    Table.load(
        "posting in one thread", Load.of(4, options.seconds(), url, "-s", script.toString()));
  }

  private void sideBySide(
      String what,
      Supplier<Load> one,
      Supplier<Load> other,
      String oneName,
      String otherName,
      boolean more,
      String aim) {
    one.get();
    other.get();
    var ratios = new ArrayList<Double>();
    Load first = Load.none();
    Load second = Load.none();
    for (int i = 0; i < options.rounds(); i++) {
      first = one.get();
      second = other.get();
      double ratio = first.perSecond() / second.perSecond();
      ratios.add(more ? ratio : 1 / ratio);
    }
    Table.load(what + ": " + oneName, first);
    Table.load(what + ": " + otherName, second);
    Table.row(
        what + ": ratio, the middle of " + options.rounds(), Table.ratio(median(ratios)), aim);
  }

  private Load load(Site site, String path, String... headers) {
    var more = new ArrayList<String>();
    for (var header : headers) {
      more.addAll(List.of("-H", header));
    }
    return Load.of(
        options.connections(), options.seconds(), site.url(path), more.toArray(String[]::new));
  }

  private static String thread(Site site, int number) {
    return site.get("/t/" + (Seed.THREAD + number - 1))
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  private static String board() {
    return "/b/" + Seed.BOARD + "/board-1";
  }

  private static String with(String path) {
    return path + (path.contains("?") ? "&" : "?") + MADE;
  }

  private static String seconds(double value) {
    return Table.ratio(value) + " s";
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
