package postern.mail.smtp;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Commands and their answers, each against its deadline. */
final class ClientTalk {
  /** The lines of an answer without their codes. */
  record Answer(int code, String text) {
    boolean positive() {
      return code / 100 == 2;
    }

    Answer orFail(Sent.Cause cause) throws ClientSession.Failed {
      if (!positive()) {
        throw new ClientSession.Failed(cause);
      }
      return this;
    }

    /** The words may hold an address. */
    @Override
    public String toString() {
      return "Answer[" + code + "]";
    }
  }

  private static final int LONGEST_LINE = 4_096;
  private static final int MOST_LINES = 100;
  private static final Pattern LINE = Pattern.compile("[2-5]\\d\\d(?:[ -].*)?");

  private final RelayHost.Times times;
  private final Wire wire;

  ClientTalk(RelayHost.Times times, Socket socket) throws IOException {
    this.times = times;
    this.wire = new Wire(socket);
  }

  void say(String line) throws IOException {
    wire.write(line);
  }

  void flush() throws IOException {
    wire.flush();
  }

  boolean pending() throws IOException {
    return wire.pending();
  }

  Answer command(String line) throws IOException {
    say(line);
    return answer();
  }

  /** A 354 ends in the message, and the message in its answer. */
  Answer message(byte[] onTheWire) throws IOException {
    wire.allow(times.sending());
    wire.write(onTheWire);
    wire.flush();
    wire.allow(times.lastReply());
    return read();
  }

  Answer answer() throws IOException {
    wire.allow(times.reply());
    return read();
  }

  private Answer read() throws IOException {
    var text = new StringBuilder();
    for (int count = 0; count < MOST_LINES; count++) {
      var line = readLine();
      text.append(line.length() > 4 ? line.substring(4) : "").append('\n');
      if (line.length() == 3 || line.charAt(3) == ' ') {
        return new Answer(Integer.parseInt(line, 0, 3, 10), text.toString().strip());
      }
    }
    throw new ClientSession.Failed(Sent.Cause.PROTOCOL);
  }

  private String readLine() throws IOException {
    return switch (wire.line(LONGEST_LINE, () -> false)) {
      case Wire.Line.Of(var bytes) -> checked(new String(bytes, StandardCharsets.UTF_8));
      case Wire.Line.End _ -> throw new ClientSession.Failed(Sent.Cause.BROKEN);
      case Wire.Line.TooLong _, Wire.Line.BareNewline _ ->
          throw new ClientSession.Failed(Sent.Cause.PROTOCOL);
    };
  }

  private static String checked(String line) throws ClientSession.Failed {
    if (!LINE.matcher(line).matches()) {
      throw new ClientSession.Failed(Sent.Cause.PROTOCOL);
    }
    return line;
  }
}
