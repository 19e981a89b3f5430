package postern.web.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import postern.accounts.Password;

/** Asks for a password without showing it, or takes the first line of the standard input. */
final class PasswordPrompt {
  private PasswordPrompt() {}

  static Password fromStdin(Terminal terminal) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    return Optional.ofNullable(reader.readLine())
        .map(Password::typed)
        .orElseThrow(() -> new Failed("The standard input holds no password."));
  }

  static Password asked() {
    var console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(
                () ->
                    new Failed(
                        "There is no terminal to ask for the password: give it on the standard"
                            + " input, with --password-stdin."));
    var once = console.readPassword("Password: ");
    var again = console.readPassword("Again: ");
    if (once == null || !Arrays.equals(once, again)) {
      throw new Failed("The two passwords differ; nothing was done.");
    }
    return Password.typed(new String(once));
  }
}
