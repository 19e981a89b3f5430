package postern.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a small mbox file, message by message. */
final class AnMbox {
  private final StringBuilder text = new StringBuilder();
  private int count;

  static AnMbox with() {
    return new AnMbox();
  }

  /** A message with these header lines and a plain body; From and Date are added where missing. */
  AnMbox message(String id, String header, String body) {
    text.append("From list@lists.example Wed Nov 01 06:00:00 2017\n");
    text.append(id.isEmpty() ? "" : "Message-ID: <" + id + "@mail.example>\n");
    text.append(header.contains("From:") ? "" : "From: Ada Hill <ada@box.example>\n");
    text.append(header.contains("Date:") ? "" : date());
    text.append(header.isEmpty() ? "" : header.strip() + "\n");
    text.append("\n").append(body.stripTrailing()).append("\n\n");
    return this;
  }

  /** These lines as they are. */
  AnMbox raw(String lines) {
    text.append(lines);
    return this;
  }

  /**
   * @param domain stands for {@code box} and {@code mail} in addresses and ids
   */
  Path in(Path folder, String domain) throws IOException {
    var file = Files.createTempFile(folder, "archive", ".mbox");
    var own =
        text.toString().replaceAll("(?i)(@|%40)(?:box|mail)\\.example", "$1" + domain + ".example");
    return Files.writeString(file, own, StandardCharsets.ISO_8859_1);
  }

  private String date() {
    return "Date: Wed, 1 Nov 2017 08:%02d:00 +0200\n".formatted(count++);
  }
}
