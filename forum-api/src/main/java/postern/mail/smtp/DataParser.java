package postern.mail.smtp;

import java.io.IOException;

/**
 * Finds the end of a message byte by byte, and unstuffs its dots. The end is CRLF.CRLF and nothing
 * else (RFC 5321 section 4.1.1.4): a server that takes another form for the end can be made to see
 * two messages where its neighbour saw one. A message with a bare CR, a bare LF or a NUL is read to
 * its strict end all the same, and refused there.
 */
final class DataParser {
  private enum State {
    LINE_START,
    TEXT,
    CR,
    DOT,
    DOT_CR,
    END
  }

  private final SmtpLimits.Sizes limits;
  private final Spool spool;
  private final byte[] run = new byte[8192];
  private int runLength;
  private State state = State.LINE_START;
  private long received;
  private long size;
  private int line;
  private boolean header = true;
  private int headerFields;
  private Reply refusal;
  private IOException diskFailure;

  DataParser(SmtpLimits.Sizes limits, Spool spool) {
    this.limits = limits;
    this.spool = spool;
  }

  /** Reads on until the end of the message or of what is there, and says where it stopped. */
  int read(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && state != State.END) {
      step(bytes[at++]);
    }
    received += at - from;
    flushRun();
    return at;
  }

  boolean ended() {
    return state == State.END;
  }

  /** Everything that came, wanted or not. */
  long received() {
    return received;
  }

  /** Null when the message may be handed on. */
  Reply refusal() {
    return refusal == null && diskFailure != null ? Reply.noSpace() : refusal;
  }

  IOException diskFailure() {
    return diskFailure;
  }

  private void step(byte octet) {
    state =
        switch (state) {
          case LINE_START -> octet == '.' ? State.DOT : text(octet);
          case DOT -> octet == '\r' ? State.DOT_CR : text(octet);
          case TEXT -> text(octet);
          case CR -> octet == '\n' ? newline() : bareCr(octet);
          case DOT_CR -> octet == '\n' ? State.END : bareCr(octet);
          case END -> throw new IllegalStateException("the message has ended");
        };
  }

  private State text(byte octet) {
    if (octet == '\r') {
      return State.CR;
    }
    if (octet == '\n' || octet == 0) {
      refuse(Answers.BARE_BYTES);
      return State.TEXT;
    }
    if (line == 0
        && header
        && octet != ' '
        && octet != '\t'
        && ++headerFields > limits.headerFields()) {
      refuse(Answers.LARGE_HEADER);
    }
    line++;
    if (line + 2 > limits.lineBytes()) {
      refuse(Answers.LONG_LINE);
    }
    keep(octet);
    return State.TEXT;
  }

  private State newline() {
    header &= line > 0;
    line = 0;
    keep((byte) '\r');
    keep((byte) '\n');
    return State.LINE_START;
  }

  private State bareCr(byte octet) {
    refuse(Answers.BARE_BYTES);
    return text(octet);
  }

  private void keep(byte octet) {
    size++;
    if (size > limits.messageBytes()) {
      refuse(Answers.TOO_LARGE);
    } else if (header && size > limits.headerBytes()) {
      refuse(Answers.LARGE_HEADER);
    } else if (refusal == null) {
      if (runLength == run.length) {
        flushRun();
      }
      run[runLength++] = octet;
    }
  }

  /** A forged end matters more than a size: it names what a neighbour may have read differently. */
  private void refuse(Reply reply) {
    if (refusal == null || reply == Answers.BARE_BYTES) {
      refusal = reply;
    }
  }

  private void flushRun() {
    if (refusal == null && diskFailure == null && runLength > 0) {
      try {
        spool.write(run, 0, runLength);
      } catch (IOException noSpace) {
        diskFailure = noSpace;
      }
    }
    runLength = 0;
  }
}
