package postern;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.tools.ToolProvider;

/**
 * The types of what is handed to a logger, asked of the compiler itself: a logger takes objects, so
 * compiled code no longer tells.
 */
public final class LogArguments {
  private final Set<String> found = new TreeSet<>();
  private int calls;

  /** Reads the sources below this folder that log; what else they need is compiled already. */
  public static LogArguments in(Path sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null);
        var paths = Files.walk(sources)) {
      var sourceFiles = paths.filter(LogArguments::logs).toList();
      var options = List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
      var task =
          (JavacTask)
              compiler.getTask(
                  new StringWriter(),
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(sourceFiles));
      var arguments = new LogArguments();
      var units = task.parse();
      task.analyze();
      for (var unit : units) {
        arguments.new Scanner(Trees.instance(task)).scan(unit, null);
      }
      return arguments;
    }
  }

  /** The types, as the compiler names them. */
  public Set<String> types() {
    return found;
  }

  /** How many calls were seen, so that a test can tell that it looked at all. */
  public int calls() {
    return calls;
  }

  private static boolean logs(Path path) {
    try {
      return path.toString().endsWith(".java")
          && Files.readString(path).contains("import org.slf4j.Logger;");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private final class Scanner extends TreePathScanner<Void, Void> {
    private final Trees trees;

    Scanner(Trees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method
          && method.getEnclosingElement().toString().equals("org.slf4j.Logger")) {
        calls++;
        call.getArguments().stream()
            .map(argument -> trees.getTypeMirror(new TreePath(getCurrentPath(), argument)))
            .forEach(type -> found.add(String.valueOf(type)));
      }
      return super.visitMethodInvocation(call, nothing);
    }
  }
}
