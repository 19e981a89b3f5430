package postern.web;

import com.github.mustachejava.Code;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.codes.IterableCode;
import com.github.mustachejava.codes.NotIterableCode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import postern.threads.SafeHtml;

/**
 * Follows a template and the types of its record side by side, so that a misspelt name, a value
 * that is not text, or unescaped output of anything but {@link SafeHtml} is found before anybody
 * asks for the page.
 */
final class NameCheck {
  private static final Set<Type> TEXT =
      Set.of(String.class, int.class, long.class, Integer.class, Long.class);
  private static final int DEEPEST = 60;

  private final List<Type> scopes = new ArrayList<>();

  private NameCheck() {}

  static void check(Mustache template, Class<?> page) {
    var check = new NameCheck();
    check.scopes.add(page);
    check.walk(template.getCodes());
  }

  private void walk(Code[] codes) {
    if (codes == null || scopes.size() > DEEPEST) {
      return;
    }
    for (var code : codes) {
      step(code);
    }
  }

  private void step(Code code) {
    switch (code) {
      case PageText.Value value -> checkValue(value);
      case NotIterableCode absent -> {
        typeOf(absent.getName());
        walk(absent.getCodes());
      }
      case IterableCode section -> {
        scopes.add(inside(typeOf(section.getName())));
        walk(section.getCodes());
        scopes.removeLast();
      }
      default -> walk(code.getCodes());
    }
  }

  private void checkValue(PageText.Value value) {
    var type = typeOf(value.getName());
    if (value.escaped() ? !TEXT.contains(type) : type != SafeHtml.class) {
      throw new MustacheException(
          value.getName()
              + " is "
              + type.getTypeName()
              + " and cannot be written "
              + (value.escaped() ? "here" : "raw"));
    }
  }

  private Type typeOf(String name) {
    if (name.equals(".")) {
      return scopes.getLast();
    }
    var path = name.split("\\.");
    for (var scope : scopes.reversed()) {
      var type = member(scope, path[0]);
      if (type.isPresent()) {
        return follow(type.get(), path);
      }
    }
    throw new MustacheException("no record has the name " + name);
  }

  private static Type follow(Type first, String[] path) {
    var type = first;
    for (int i = 1; i < path.length; i++) {
      var name = path[i];
      type =
          member(inside(type), name)
              .orElseThrow(() -> new MustacheException("no record has the name " + name));
    }
    return type;
  }

  private static Optional<Type> member(Type scope, String name) {
    return scope instanceof Class<?> type
        ? Optional.ofNullable(RecordNames.of(type).get(name))
            .map(method -> method.getGenericReturnType())
        : Optional.empty();
  }

  /**
   * What a section stands in: an element of a list, the value of an Optional, or the value itself.
   */
  private static Type inside(Type type) {
    return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type;
  }
}
