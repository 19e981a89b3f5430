package postern.notices;

import java.util.Set;
import postern.kernel.ThreadId;

/** What a link under a mail of notices ends. */
public sealed interface Ends {
  /** Mails of these kinds; the notices stay on the site. */
  record Mails(Set<NoticeKind> kinds) implements Ends {
    public Mails {
      kinds = Set.copyOf(kinds);
    }
  }

  /** Being told of replies in this thread at all. */
  record Watch(ThreadId thread) implements Ends {}
}
