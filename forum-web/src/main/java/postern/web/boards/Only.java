package postern.web.boards;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which threads of a list are shown: the value of {@code show}, in lower case. */
enum Only {
  ALL("All"),
  UNREAD("Unread"),
  NEW("New since your last visit"),
  UNANSWERED("Unanswered");

  private final String words;

  Only(String words) {
    this.words = words;
  }

  static Optional<Only> of(String show) {
    return Arrays.stream(values()).filter(one -> one.word().equals(show)).findFirst();
  }

  String words() {
    return words;
  }

  /** Visitors have no marks. */
  boolean forMembers() {
    return switch (this) {
      case UNREAD, NEW -> true;
      case ALL, UNANSWERED -> false;
    };
  }

  /** The list's address with this choice and more of a query. */
  String on(String path, String... more) {
    var query = String.join("&", more);
    var show = this == ALL ? "" : "show=" + word();
    var all = show.isEmpty() || query.isEmpty() ? show + query : show + "&" + query;
    return all.isEmpty() ? path : path + "?" + all;
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
