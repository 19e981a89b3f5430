package postern.threads;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import postern.kernel.MemberId;
import postern.kernel.Username;

/**
 * Links {@code @username} to the member where there is one. Code, links and mail addresses are left
 * alone.
 */
final class Mentions {
  // Not the domain of an address (something before the at sign), nor a handle of another place
  // (something after).
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_.+/@-])@([A-Za-z0-9-]{1,31}+)(?![\\p{L}\\p{N}_@]|\\.[\\p{L}\\p{N}])");

  private Mentions() {}

  static Set<MemberId> link(Node document, Mentionable members, int limit) {
    var texts = texts(document);
    var names = names(texts, limit);
    var known = names.isEmpty() ? Map.<Username, MemberId>of() : members.among(names);
    var mentioned = new HashSet<MemberId>();
    if (!known.isEmpty()) {
      texts.forEach(text -> replace(text, known, mentioned));
    }
    return mentioned;
  }

  /**
   * The text nodes that are not inside a link or an image, and hold an at sign. Code is no text
   * node.
   */
  private static List<Text> texts(Node document) {
    var texts = new ArrayList<Text>();
    var node = document.getFirstChild();
    while (node != null) {
      if (node instanceof Text text && text.getLiteral().indexOf('@') >= 0) {
        texts.add(text);
      }
      var closed = node instanceof Link || node instanceof Image;
      node = closed ? Plain.after(node, document) : Plain.next(node, document);
    }
    return texts;
  }

  private static Set<Username> names(List<Text> texts, int limit) {
    var names = new LinkedHashSet<Username>();
    for (var text : texts) {
      var found = NAME.matcher(text.getLiteral());
      while (names.size() < limit && found.find()) {
        Username.parse(found.group(1)).ifPresent(names::add);
      }
    }
    return names;
  }

  private static void replace(Text text, Map<Username, MemberId> known, Set<MemberId> mentioned) {
    var literal = text.getLiteral();
    var found = NAME.matcher(literal);
    int from = 0;
    while (found.find()) {
      var name = Username.parse(found.group(1)).filter(known::containsKey);
      if (name.isPresent()) {
        before(text, literal.substring(from, found.start()));
        text.insertBefore(mention(name.get(), found));
        mentioned.add(known.get(name.get()));
        from = found.end();
      }
    }
    text.setLiteral(literal.substring(from));
  }

  private static void before(Text text, String words) {
    if (!words.isEmpty()) {
      text.insertBefore(new Text(words));
    }
  }

  private static Node mention(Username name, Matcher found) {
    var link = new Mention("/m/" + name);
    link.appendChild(new Text(found.group()));
    return link;
  }

  static final class Mention extends Link {
    private Mention(String path) {
      super(path, null);
    }
  }
}
