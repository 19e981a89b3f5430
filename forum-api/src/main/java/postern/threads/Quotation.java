package postern.threads;

import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import postern.kernel.PostId;

/**
 * How a post quotes another: a Markdown quote whose first words are a link to the post's own
 * address.
 *
 * <pre>
 * &gt; [ada wrote](/p/17):
 * &gt;
 * &gt; the words of hers
 * </pre>
 */
public final class Quotation {
  private static final Pattern POST = Pattern.compile("/p/([1-9][0-9]{0,18})");

  private Quotation() {}

  /**
   * What the reply box is filled with to answer these words of this post; ends where the answer
   * begins.
   */
  public static String of(PostId post, String author, String words) {
    var quote = new StringBuilder();
    quote.append("> [").append(inLink(author)).append(" wrote](/p/").append(post).append("):\n>\n");
    words
        .strip()
        .lines()
        .forEach(line -> quote.append(line.isBlank() ? ">" : "> " + line).append('\n'));
    return quote.append('\n').toString();
  }

  /** The post that a block says to quote. */
  static Optional<PostId> source(Node block) {
    return block instanceof BlockQuote
            && block.getFirstChild() instanceof Paragraph first
            && first.getFirstChild() instanceof Link link
        ? post(link.getDestination())
        : Optional.empty();
  }

  private static Optional<PostId> post(String destination) {
    var address = POST.matcher(destination);
    return address.matches() ? PostId.parse(address.group(1)) : Optional.empty();
  }

  private static String inLink(String name) {
    return name.replaceAll("([\\\\\\[\\]*_`<>&@!~|])", "\\\\$1");
  }
}
