package postern.bench;

import io.dropwizard.core.setup.Environment;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import postern.Forum;
import postern.accounts.Password;
import postern.http.Access;
import postern.http.Network;
import postern.http.Who;
import postern.kernel.EmailAddress;
import postern.kernel.Role;
import postern.kernel.Username;
import postern.kernel.Viewer;
import postern.search.Asked;
import postern.search.Searched;
import postern.web.ForumApplication;
import postern.web.ForumConfiguration;

/**
 * The application with one more endpoint, which gives bytes that lie ready and does nothing else:
 * what this server can do at best. And one member whose sign-in is known.
 */
public final class BenchServer extends ForumApplication {
  static final String MEMBER = "benchmark";
  static final String PASSWORD = "seven slow turtles walk";
  static final String BARE = "postern.bench.bare";

  public static void main(String[] arguments) throws Exception {
    new BenchServer().run(arguments);
  }

  @Override
  public void run(ForumConfiguration configuration, Environment environment) {
    super.run(configuration, environment);
    environment.jersey().register(new Bare());
    environment.jersey().register(new Indexed(forum()));
    forum()
        .accounts()
        .createMember(
            new Username(MEMBER),
            EmailAddress.parse("benchmark@bench.example").orElseThrow(),
            Password.typed(PASSWORD),
            Role.MEMBER);
  }

  /** Says true once the search has its whole index. */
  @Path("/bench/indexed")
  public static final class Indexed {
    private final Forum forum;

    Indexed(Forum forum) {
      this.forum = forum;
    }

    @GET
    @Access(Who.ANYONE)
    public String indexed() {
      var found =
          forum
              .searches()
              .find(Viewer.GUEST, Network.of("127.0.0.1"), Asked.read("ba"), Optional.empty(), 1);
      return Boolean.toString(found instanceof Searched.Found(_, boolean whole) && whole);
    }
  }

  /** Bytes from a file, read at the first request. */
  @Path("/bench/bare")
  public static final class Bare {
    private volatile byte[] plain;
    private volatile byte[] zipped;

    @GET
    @Access(Who.ANYONE)
    public Response bytes(@HeaderParam("Accept-Encoding") String encodings) throws IOException {
      if (zipped == null) {
        plain = Files.readAllBytes(java.nio.file.Path.of(System.getProperty(BARE)));
        zipped = zip(plain);
      }
      boolean gzip = encodings != null && encodings.contains("gzip");
      var answer =
          Response.ok(gzip ? zipped : plain, "text/html;charset=utf-8")
              .header("ETag", "\"bare\"")
              .header("Vary", "Accept-Encoding");
      return gzip ? answer.header("Content-Encoding", "gzip").build() : answer.build();
    }

    private static byte[] zip(byte[] bytes) throws IOException {
      var out = new ByteArrayOutputStream();
      try (var zip = new GZIPOutputStream(out)) {
        zip.write(bytes);
      }
      return out.toByteArray();
    }
  }
}
