package postern.threads;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import postern.http.Rule;

/**
 * How much and how fast members may write. A zero or an absent value means the default. The rates
 * do not hold for who moderates the board.
 *
 * @param titleCharacters of a thread's title, in code points; a column holds 160
 * @param reasonCharacters of a reason that staff give, in code points; a column holds 500
 * @param textCharacters how long a post's Markdown may be, in UTF-16 units
 * @param nesting how deep quotes, lists and emphasis may stand in each other; what is deeper stays
 *     plain text
 * @param tableCells how many cells a post's tables may come to
 * @param htmlCharacters how long a post's HTML may become, in UTF-16 units
 * @param mentions how many different names a post may mention; further ones stay plain text
 * @param importedCharacters how long an imported post may be, in UTF-16 units
 * @param repliesPerFiveMinutes how many replies a member may write
 * @param threadsPerHour how many threads a member may start
 * @param editsPerTenMinutes how many edits, deletions and new titles a member may make
 * @param previewsPerMinute how many previews a member may ask for
 * @param reading what is kept for a member who reads
 * @param trust what grows with a member's standing
 */
public record ThreadLimits(
    @JsonProperty int titleCharacters,
    @JsonProperty int reasonCharacters,
    @JsonProperty int textCharacters,
    @JsonProperty int nesting,
    @JsonProperty int tableCells,
    @JsonProperty int htmlCharacters,
    @JsonProperty int mentions,
    @JsonProperty int importedCharacters,
    @JsonProperty int repliesPerFiveMinutes,
    @JsonProperty int threadsPerHour,
    @JsonProperty int editsPerTenMinutes,
    @JsonProperty int previewsPerMinute,
    @JsonProperty ReadingLimits reading,
    @JsonProperty TrustLimits trust) {
  private static final int TITLE_COLUMN = 160;
  private static final int REASON_COLUMN = 500;

  public ThreadLimits {
    var markdown = MarkdownLimits.standard();
    titleCharacters = titleCharacters == 0 ? TITLE_COLUMN : titleCharacters;
    reasonCharacters = reasonCharacters == 0 ? REASON_COLUMN : reasonCharacters;
    textCharacters = textCharacters == 0 ? markdown.characters() : textCharacters;
    nesting = nesting == 0 ? markdown.nesting() : nesting;
    tableCells = tableCells == 0 ? markdown.tableCells() : tableCells;
    htmlCharacters = htmlCharacters == 0 ? markdown.htmlCharacters() : htmlCharacters;
    mentions = mentions == 0 ? markdown.mentions() : mentions;
    importedCharacters = importedCharacters == 0 ? 500_000 : importedCharacters;
    repliesPerFiveMinutes = repliesPerFiveMinutes == 0 ? 20 : repliesPerFiveMinutes;
    threadsPerHour = threadsPerHour == 0 ? 10 : threadsPerHour;
    editsPerTenMinutes = editsPerTenMinutes == 0 ? 60 : editsPerTenMinutes;
    previewsPerMinute = previewsPerMinute == 0 ? 120 : previewsPerMinute;
    reading = reading == null ? ReadingLimits.standard() : reading;
    trust = trust == null ? TrustLimits.standard() : trust;
    if (titleCharacters < 1
        || titleCharacters > TITLE_COLUMN
        || reasonCharacters < 1
        || reasonCharacters > REASON_COLUMN) {
      throw new IllegalArgumentException("titles have 1 to 160 characters, reasons 1 to 500");
    }
  }

  public static ThreadLimits standard() {
    return new ThreadLimits(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null);
  }

  MarkdownLimits markdown() {
    return new MarkdownLimits(textCharacters, nesting, tableCells, htmlCharacters, mentions);
  }

  Rule replies() {
    return new Rule("replies", repliesPerFiveMinutes, Duration.ofMinutes(5));
  }

  Rule threads() {
    return new Rule("threads", threadsPerHour, Duration.ofHours(1));
  }

  Rule edits() {
    return new Rule("post-edits", editsPerTenMinutes, Duration.ofMinutes(10));
  }

  Rule previews() {
    return new Rule("previews", previewsPerMinute, Duration.ofMinutes(1));
  }
}
