package postern.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import java.nio.file.Path;
import java.util.Objects;
import postern.ForumSettings;
import postern.accounts.AccountSettings;
import postern.http.EdgeSettings;
import postern.http.Origin;
import postern.jobs.JobSettings;
import postern.moderation.ModerationSettings;
import postern.notices.NoticeSettings;
import postern.search.SearchSettings;
import postern.storage.DatabaseSettings;
import postern.threads.ThreadLimits;

/** config.yml. An unknown key stops the start. */
public final class ForumConfiguration extends Configuration {
  @JsonProperty private SiteSection site;
  @JsonProperty private DatabaseSettings database = DatabaseSettings.embeddedDefaults();
  @JsonProperty private MailSection mail;
  @JsonProperty private JobSettings jobs = JobSettings.defaults();
  @JsonProperty private AccountSettings accounts = AccountSettings.defaults();
  @JsonProperty private ThreadLimits posts = ThreadLimits.standard();
  @JsonProperty private PagesSection pages = new PagesSection(32);
  @JsonProperty private ModerationSettings moderation = ModerationSettings.standard();
  @JsonProperty private NoticeSettings notices = NoticeSettings.defaults();
  @JsonProperty private LimitsSection limits = new LimitsSection("on", 1 << 20);

  /** Names and places of this installation. */
  public record SiteSection(
      @JsonProperty String name,
      @JsonProperty String origin,
      @JsonProperty String dataDir,
      @JsonProperty String keyFile,
      @JsonProperty String operator,
      @JsonProperty String contact,
      @JsonProperty String administrator) {
    public SiteSection {
      name = Objects.requireNonNullElse(name, "Postern");
      keyFile = Objects.requireNonNullElse(keyFile, "");
      operator = Objects.requireNonNullElse(operator, "");
      contact = Objects.requireNonNullElse(contact, "");
      administrator = Objects.requireNonNullElse(administrator, "");
    }

    /** Hides the administrator's password. */
    @Override
    public String toString() {
      return "SiteSection[" + origin + "]";
    }
  }

  /** What is kept ready for visitors. */
  public record PagesSection(@JsonProperty int keptMegabytes) {
    public PagesSection {
      if (keptMegabytes < 0 || keptMegabytes > 4096) {
        throw new IllegalArgumentException("pages.keptMegabytes is 0 to 4096");
      }
    }

    long octets() {
      return keptMegabytes * 1024L * 1024L;
    }
  }

  /** Limits of the edge. */
  public record LimitsSection(@JsonProperty String rates, @JsonProperty long bodyOctets) {
    public LimitsSection {
      if (!rates.equals("on") && !rates.equals("off")) {
        throw new IllegalArgumentException("limits.rates is on or off");
      }
    }
  }

  public SiteSection site() {
    return site;
  }

  public DatabaseSettings database() {
    return database;
  }

  PagesSection pages() {
    return pages;
  }

  public MailSection mail() {
    return mail;
  }

  public Path dataFolder() {
    return Path.of(site.dataDir());
  }

  public ForumSettings forum() {
    return new ForumSettings(
        site.name(),
        keyFile(),
        edge(),
        jobs,
        mail.delivery(site.name(), keyFile()),
        accounts,
        posts,
        moderation,
        notices,
        new SearchSettings(dataFolder().resolve("search"), jobs.poll().toJavaDuration()),
        mail.server(dataFolder().resolve("spool"), limits.rates().equals("on")),
        mail.authors());
  }

  private EdgeSettings edge() {
    return new EdgeSettings(
        Origin.parse(site.origin()), limits.rates().equals("on"), limits.bodyOctets());
  }

  private Path keyFile() {
    return site.keyFile().isEmpty()
        ? dataFolder().resolve("keys/keys.properties")
        : Path.of(site.keyFile());
  }
}
