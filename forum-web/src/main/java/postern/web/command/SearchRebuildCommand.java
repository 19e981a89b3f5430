package postern.web.command;

import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import postern.search.Rebuilt;

/** Makes the index of the search anew. */
final class SearchRebuildCommand implements Command {
  @Override
  public String name() {
    return "search rebuild";
  }

  @Override
  public String summary() {
    return "make the index of the search anew, on every node; searching goes on meanwhile";
  }

  @Override
  public void configure(Subparser parser) {}

  @Override
  public Exit run(Namespace typed, Terminal terminal) throws Exception {
    try (var installation = Installation.open(terminal)) {
      terminal.out().println(sentence(installation.forum().searches().rebuild(_ -> {})));
      return Exit.DONE;
    }
  }

  private static String sentence(Rebuilt rebuilt) {
    return switch (rebuilt) {
      case Rebuilt.Made(long posts) -> "The index was made anew, of %,d posts.".formatted(posts);
      case Rebuilt.ByTheService _ ->
          "The service that runs here makes the index anew now. Its log says when that is done.";
    };
  }
}
