package postern.web.command;

import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** One thing that can be typed after {@code bin/postern}. */
interface Command {
  /** Its words, as typed: {@code "import mbox"}. */
  String name();

  /** One line for the list of commands. */
  String summary();

  void configure(Subparser parser);

  /**
   * Does it. What goes wrong in an expected way is said on the terminal's error stream or thrown as
   * a {@link Failed}.
   */
  Exit run(Namespace typed, Terminal terminal) throws Exception;

  /** How a command ends, as the shell sees it. */
  enum Exit {
    DONE(0),
    FAILED(1),
    WRONG_USAGE(2);

    private final int code;

    Exit(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }
}
