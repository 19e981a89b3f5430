package postern.threads;

import java.util.Set;
import postern.kernel.MemberId;
import postern.kernel.PostId;

/** What became of a text that was to be shown. */
public sealed interface Rendering {
  /**
   * @param html what may stand in a page
   * @param mentioned the members whose names link to them, the text's author perhaps among them
   * @param quoted the posts it says to quote; nobody has checked that they exist
   */
  record Rendered(SafeHtml html, Set<MemberId> mentioned, Set<PostId> quoted) implements Rendering {
    public Rendered {
      mentioned = Set.copyOf(mentioned);
      quoted = Set.copyOf(quoted);
    }
  }

  record Refused(TextFault fault) implements Rendering {}
}
