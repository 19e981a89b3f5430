package postern.web;

import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every page's template, compiled and compared with its record when the site starts: a broken
 * template, or one that uses a name its record lacks, stops the start and not a reader.
 */
public final class Pages {
  private final Map<Class<?>, Mustache> templates;

  private Pages(Map<Class<?>, Mustache> templates) {
    this.templates = Map.copyOf(templates);
  }

  /**
   * Reads all templates.
   *
   * @throws IllegalStateException when one is broken; the message names the template, the line and
   *     the name
   */
  public static Pages compiled() {
    var text = new PageText();
    var templates = new HashMap<Class<?>, Mustache>();
    for (var name : templateNames()) {
      recordOf(name).ifPresent(type -> templates.put(type, compiled(text, name, type)));
    }
    return new Pages(templates);
  }

  /** The page as HTML. */
  public String html(PageModel page) {
    var template = templates.get(page.getClass());
    if (template == null) {
      throw new IllegalStateException("no template stands beside " + page.getClass().getName());
    }
    var out = new StringWriter(16_384);
    template.execute(out, page);
    return out.toString();
  }

  /** The page records that have a template. */
  public List<Class<?>> records() {
    return templates.keySet().stream()
        .sorted((a, b) -> a.getName().compareTo(b.getName()))
        .toList();
  }

  private static Mustache compiled(PageText text, String name, Class<?> type) {
    try {
      var template = text.compile(name);
      NameCheck.check(template, type);
      return template;
    } catch (RuntimeException e) {
      throw new IllegalStateException("the template " + name + " is broken: " + e.getMessage(), e);
    }
  }

  /** A template without a record of its name is a part of others, and is compiled with them. */
  private static java.util.Optional<Class<?>> recordOf(String template) {
    var name =
        template.substring(0, template.length() - PageText.EXTENSION.length()).replace('/', '.');
    try {
      var type = Class.forName(name);
      return PageModel.class.isAssignableFrom(type)
          ? java.util.Optional.of(type)
          : java.util.Optional.empty();
    } catch (ClassNotFoundException | NoClassDefFoundError _) {
      // On a file system that ignores case, a part may look like a class (message.mustache,
      // Message).
      return java.util.Optional.empty();
    }
  }

  private static List<String> templateNames() {
    try {
      var layout = PageText.ROOT + "layout" + PageText.EXTENSION;
      var uri = Pages.class.getClassLoader().getResource(layout).toURI();
      if (!uri.getScheme().equals("jar")) {
        return templateNames(Path.of(uri).getParent());
      }
      var jar = Path.of(URI.create(uri.getRawSchemeSpecificPart().replaceFirst("!/.*", "")));
      try (var files = FileSystems.newFileSystem(jar)) {
        return templateNames(files.getPath(PageText.ROOT));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> templateNames(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .map(file -> PageText.ROOT + root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(PageText.EXTENSION))
          .sorted()
          .toList();
    }
  }
}
