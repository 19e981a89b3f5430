package postern.web;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.reflect.AbstractObjectHandler;
import com.github.mustachejava.util.Wrapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a template's names in records, from the innermost outwards. A name that no record has is a
 * failure, so that a misspelt one is seen at once and not printed as nothing. Whatever is not a
 * record has no names: a template cannot reach into a String, a list or a room.
 */
final class RecordNames extends AbstractObjectHandler {
  private static final ClassValue<Map<String, Method>> NAMES =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          return names(type);
        }
      };

  /** The names that a template may use inside a value of this type. */
  static Map<String, Method> of(Class<?> type) {
    return NAMES.get(type);
  }

  @Override
  public Binding createBinding(String name, TemplateContext context, Code code) {
    if (name == null) {
      return _ -> null; // Plain text between the names.
    }
    var path = name.split("\\.");
    return scopes -> {
      try {
        return find(path, scopes);
      } catch (NoSuchFieldException _) {
        throw new MustacheException("no record has the name " + name, context);
      }
    };
  }

  @Override
  public Wrapper find(String name, List<Object> scopes) {
    return now -> {
      try {
        return find(name.split("\\."), now);
      } catch (NoSuchFieldException _) {
        throw new MustacheException("no record has the name " + name);
      }
    };
  }

  @Override
  public Object coerce(Object value) {
    return value instanceof Optional<?> optional ? optional.orElse(null) : value;
  }

  private Object find(String[] path, List<Object> scopes) throws NoSuchFieldException {
    for (int i = scopes.size() - 1; i >= 0; i--) {
      var scope = coerce(scopes.get(i));
      if (scope != null && of(scope.getClass()).containsKey(path[0])) {
        return follow(path, scope);
      }
    }
    throw new NoSuchFieldException();
  }

  private Object follow(String[] path, Object scope) throws NoSuchFieldException {
    var value = scope;
    for (var name : path) {
      if (value == null) {
        return null;
      }
      var method = of(value.getClass()).get(name);
      if (method == null) {
        throw new NoSuchFieldException();
      }
      value = coerce(call(method, value));
    }
    return value;
  }

  private static Object call(Method method, Object on) {
    try {
      return method.invoke(on);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new MustacheException("cannot read " + method.getName(), e);
    }
  }

  private static Map<String, Method> names(Class<?> type) {
    if (!type.isRecord()) {
      return Map.of();
    }
    var found = new HashMap<String, Method>();
    for (var method : type.getMethods()) {
      if (method.getParameterCount() == 0
          && !Modifier.isStatic(method.getModifiers())
          && method.getReturnType() != void.class
          && !isOfEveryRecord(method)) {
        method.setAccessible(true);
        found.put(method.getName(), method);
      }
    }
    return Map.copyOf(found);
  }

  private static boolean isOfEveryRecord(Method method) {
    return method.getDeclaringClass() == Object.class
        || method.getName().equals("toString")
        || method.getName().equals("hashCode");
  }
}
