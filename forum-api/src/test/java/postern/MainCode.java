package postern;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.LoggerFactory;

/** The compiled main code as the rules about it see it. */
public final class MainCode {
  /** The rooms from the bottom up, as the design orders them. A room imports only earlier ones. */
  public static final List<String> ROOMS =
      List.of(
          "kernel",
          "storage",
          "http",
          "mail",
          "jobs",
          "privacy",
          "files",
          "delivery",
          "accounts",
          "boards",
          "sessions",
          "threads",
          "letters",
          "moderation",
          "notices",
          "outreach",
          "search",
          "statistics",
          "intake",
          "importing",
          "Forum");

  private MainCode() {}

  /** All classes that stand in the same place as this one: the main code, without its tests. */
  public static JavaClasses beside(Class<?> one) {
    // It says a line for every class that it reads.
    ((Logger) LoggerFactory.getLogger("com.tngtech")).setLevel(Level.WARN);
    try {
      var place = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new ClassFileImporter().importPath(place);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The top of the repository, wherever a test is started. */
  public static Path top() {
    var here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("config.yml")) ? here : here.getParent();
  }

  /** The room of a class of the forum; the root package is the room that composes the others. */
  public static String room(JavaClass type) {
    var parts = type.getPackageName().split("\\.");
    return parts.length == 1 ? "Forum" : parts[1];
  }

  /** Which rooms each room imports. */
  public static Map<String, SortedSet<String>> arrows(JavaClasses classes) {
    var arrows = new TreeMap<String, SortedSet<String>>();
    for (var type : classes) {
      var to = arrows.computeIfAbsent(room(type), _ -> new TreeSet<>());
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        var target = dependency.getTargetClass().getBaseComponentType();
        if (target.getPackageName().matches("postern(\\..*)?")
            && !room(target).equals(room(type))) {
          to.add(room(target));
        }
      }
    }
    return arrows;
  }
}
