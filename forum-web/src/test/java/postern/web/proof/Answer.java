package postern.web.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back by HTTP, to the last byte.
 *
 * @param head the status line and the headers
 * @param body without the framing of chunks
 */
record Answer(String head, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer parse(byte[] raw) {
    var text = new String(raw, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    var head = text.substring(0, end + 2);
    boolean chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
    var rest = text.substring(end + 4);
    return new Answer(head, chunked ? unchunked(rest) : rest.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] unchunked(String rest) {
    var body = new ByteArrayOutputStream();
    int at = 0;
    while (at < rest.length()) {
      int line = rest.indexOf("\r\n", at);
      int length = Integer.parseInt(rest.substring(at, line).split(";")[0].strip(), 16);
      if (length == 0) {
        break;
      }
      body.writeBytes(
          rest.substring(line + 2, line + 2 + length).getBytes(StandardCharsets.ISO_8859_1));
      at = line + 2 + length + 2;
    }
    return body.toByteArray();
  }

  int status() {
    return Integer.parseInt(head.split(" ", 3)[1]);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  Optional<String> header(String name) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      throw new AssertionError("no JSON came with status " + status(), notJson);
    }
  }

  String json(String field) {
    return json().path(field).asText();
  }

  /**
   * @throws AssertionError with the status and the problem's type, never with more
   */
  Answer expect(int status) {
    if (status() != status) {
      var type = header("Content-Type").orElse("").contains("json") ? json("type") : "";
      throw new AssertionError("expected " + status + ", was " + status() + " " + type);
    }
    return this;
  }

  byte[] bytes() {
    var all = new ByteArrayOutputStream();
    all.writeBytes((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  @Override
  public String toString() {
    return "Answer[" + status() + "]";
  }
}
