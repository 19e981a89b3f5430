package postern.mail.smtp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A received message as the peer sent it: CRLF line ends, dots unstuffed, nothing added. */
public interface Content {
  long size();

  /** A new stream from the first byte; fails once the decision is over. */
  InputStream open() throws IOException;

  default byte[] bytes() throws IOException {
    try (var in = open()) {
      return in.readAllBytes();
    }
  }

  static Content of(byte[] message) {
    return new Content() {
      @Override
      public long size() {
        return message.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(message);
      }
    };
  }
}
