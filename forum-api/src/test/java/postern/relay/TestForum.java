package postern.relay;

import io.dropwizard.util.Duration;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import postern.Forum;
import postern.ForumSettings;
import postern.World;
import postern.accounts.AccountSettings;
import postern.accounts.Created;
import postern.accounts.Password;
import postern.delivery.DeliverySettings;
import postern.delivery.Outbound;
import postern.http.EdgeSettings;
import postern.http.Origin;
import postern.jobs.JobSettings;
import postern.kernel.EmailAddress;
import postern.kernel.MemberId;
import postern.kernel.Role;
import postern.kernel.Scope;
import postern.kernel.Standing;
import postern.kernel.Username;
import postern.kernel.Viewer;
import postern.mail.auth.AuthorSettings;
import postern.mail.dns.TestNameServer;
import postern.mail.smtp.Network;
import postern.mail.smtp.SmtpLimits;
import postern.mail.smtp.SmtpProtocol;
import postern.mail.smtp.SmtpSettings;
import postern.search.SearchSettings;
import postern.storage.Storage;
import postern.storage.TestDatabase;

/** The whole house without its site, between a post office and the members' mail programs. */
public final class TestForum implements AutoCloseable {
  public static final String DOMAIN = "members.test";
  public static final String AUTHSERV = "mx.members.test";
  public static final String PASSWORD = "four quiet herons";

  public final PostOffice postOffice = new PostOffice();
  public final TestNameServer names = new TestNameServer().forgotten();
  public final Storage storage = TestDatabase.fresh();
  public final Forum forum;

  /** A member with an address of their own. */
  public record Person(MemberId id, Username username, String address) {
    public Viewer.Member viewer() {
      return new Viewer.Member(
          id,
          username,
          Role.MEMBER,
          Standing.ACTIVE,
          Set.of(),
          Set.of(),
          EnumSet.allOf(Scope.class));
    }
  }

  public TestForum() {
    this(World.real(), true);
  }

  public TestForum(World world, boolean start) {
    this(world, start, true);
  }

  /** Without a relay to believe: this host itself asks who sent a mail. Its rate limits hold. */
  public static TestForum alone(World world) {
    return new TestForum(world, true, false);
  }

  private TestForum(World world, boolean start, boolean believesRelay) {
    try {
      var folder = Files.createTempDirectory("postern-test");
      forum = Forum.of(settings(folder, postOffice.port(), believesRelay), storage, world);
      if (start) {
        forum.start();
      }
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private ForumSettings settings(Path folder, int port, boolean believesRelay) {
    var loopback = InetAddress.getLoopbackAddress();
    return new ForumSettings(
        "Millpond",
        folder.resolve("keys"),
        new EdgeSettings(Origin.parse("http://localhost:8080"), !believesRelay, 1 << 20),
        new JobSettings(4, Duration.milliseconds(50), Duration.seconds(30), 5),
        new DeliverySettings(
            "Millpond",
            DOMAIN,
            new Outbound.Relay("127.0.0.1", port, "", ""),
            java.time.Duration.ofDays(5),
            DeliverySettings.Signing.beside(folder.resolve("keys")),
            DeliverySettings.Pace.standard()),
        AccountSettings.defaults(),
        postern.threads.ThreadLimits.standard(),
        postern.moderation.ModerationSettings.standard(),
        postern.notices.NoticeSettings.defaults(),
        new SearchSettings(folder.resolve("search"), java.time.Duration.ofMillis(50)),
        new SmtpSettings(
            loopback,
            0,
            SmtpProtocol.SMTP,
            DOMAIN,
            believesRelay ? List.of(new Network(loopback, 32)) : List.of(),
            SmtpLimits.standard().withoutRates(),
            Optional.empty(),
            folder.resolve("spool")),
        new AuthorSettings(Optional.of(AUTHSERV), names.setting()));
  }

  public Person join(String username, String address) {
    var created =
        forum
            .accounts()
            .createMember(
                new Username(username),
                EmailAddress.parse(address).orElseThrow(),
                Password.typed(PASSWORD),
                Role.MEMBER);
    if (created instanceof Created.Member(var id)) {
      return new Person(id, new Username(username), address);
    }
    throw new IllegalStateException("not created");
  }

  /** Sends a message as the member's mail program and host would: proved by the trusted relay. */
  public String mail(String from, String to, String message) {
    return MailProgram.send(forum.mailServer().port(), from, to, authenticated(from, message));
  }

  public static String authenticated(String from, String message) {
    var domain = from.substring(from.lastIndexOf('@') + 1);
    return "Authentication-Results: "
        + AUTHSERV
        + ";\r\n dmarc=pass header.from="
        + domain
        + "\r\nReceived: from mail."
        + domain
        + " (mail."
        + domain
        + " [192.0.2.7])\r\n by "
        + AUTHSERV
        + "; Mon, 2 Mar 2026 09:00:00 +0200\r\n"
        + message;
  }

  @Override
  public void close() {
    forum.close();
    storage.close();
    postOffice.close();
    names.close();
  }
}
