package postern.notices;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a member chose to be told, and how.
 *
 * @param channels one for every kind
 * @param watchOnPosting whether writing in a thread begins to watch it
 */
public record NoticeRules(Map<NoticeKind, Channel> channels, boolean watchOnPosting, Pace pace) {
  /** Nothing is mailed to who did not ask for it. */
  public static final NoticeRules DEFAULT = new NoticeRules(onSite(), false, Pace.SOON);

  public NoticeRules {
    channels = Map.copyOf(channels);
    if (channels.size() != NoticeKind.values().length) {
      throw new IllegalArgumentException("every kind has a channel");
    }
  }

  public Channel of(NoticeKind kind) {
    return channels.get(kind);
  }

  /** The same, with one kind no longer mailed; it stays on the site. */
  NoticeRules withoutMail(NoticeKind kind) {
    var fewer = new EnumMap<>(channels);
    fewer.computeIfPresent(kind, (_, channel) -> channel == Channel.MAIL ? Channel.SITE : channel);
    return new NoticeRules(fewer, watchOnPosting, pace);
  }

  /** A letter is mailed by itself already, so its notice never is. */
  public static boolean mailable(NoticeKind kind) {
    return kind != NoticeKind.LETTER;
  }

  private static Map<NoticeKind, Channel> onSite() {
    var channels = new EnumMap<NoticeKind, Channel>(NoticeKind.class);
    for (var kind : NoticeKind.values()) {
      channels.put(kind, Channel.SITE);
    }
    return channels;
  }
}
