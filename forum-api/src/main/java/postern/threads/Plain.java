package postern.threads;

import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Questions to a parsed text. None of them recurses, so that depth costs no stack. */
final class Plain {
  private Plain() {}

  /** The words under a node, without marks. */
  static String text(Node root) {
    var words = new StringBuilder();
    for (var node = root.getFirstChild(); node != null; node = next(node, root)) {
      switch (node) {
        case Text text -> words.append(text.getLiteral());
        case Code code -> words.append(code.getLiteral());
        default -> {}
      }
    }
    return words.toString();
  }

  static boolean within(Node node, Class<? extends Node> kind) {
    for (var parent = node.getParent(); parent != null; parent = parent.getParent()) {
      if (kind.isInstance(parent)) {
        return true;
      }
    }
    return false;
  }

  /** The node that follows in the order of reading, inside {@code root}; null at its end. */
  static Node next(Node node, Node root) {
    return node.getFirstChild() != null ? node.getFirstChild() : after(node, root);
  }

  /** The node that follows in the order of reading with all of {@code node}'s own left out. */
  static Node after(Node node, Node root) {
    for (var at = node; at != null && at != root; at = at.getParent()) {
      if (at.getNext() != null) {
        return at.getNext();
      }
    }
    return null;
  }
}
