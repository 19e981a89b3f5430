package postern.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/**
 * Reads a finished mail as a stranger would: with a library's parser, not with ours, so that one
 * misreading cannot hide an address from both. The To header is passed over.
 */
final class Stranger {
  /**
   * A piece to look through.
   *
   * @param where for a person: which header, which part
   * @param text decoded
   * @param bytes decoded from the transfer encoding; empty for a header
   * @param attached true within a part that is sent as a file
   */
  record Piece(String where, String text, byte[] bytes, boolean attached) {
    @Override
    public String toString() {
      return "Piece[" + where + "]";
    }
  }

  private static final MimeConfig CONFIG =
      new MimeConfig.Builder()
          // What we write is well-formed: anything else is not read on, so not sent.
          .setStrictParsing(true)
          .setMaxLineLen(-1)
          .setMaxHeaderLen(-1)
          .setMaxHeaderCount(-1)
          .setMaxContentLen(-1)
          .build();

  private final List<Piece> pieces = new ArrayList<>();
  private final Deque<Integer> numbers = new ArrayDeque<>();
  private boolean attached;
  private int messages;

  private Stranger() {}

  static List<Piece> read(byte[] mail) throws IOException, MimeException {
    var stranger = new Stranger();
    var stream = new MimeTokenStream(CONFIG);
    stream.parse(new ByteArrayInputStream(mail));
    for (var state = stream.getState();
        state != EntityState.T_END_OF_STREAM;
        state = stream.next()) {
      stranger.take(state, stream);
    }
    return stranger.pieces;
  }

  private void take(EntityState state, MimeTokenStream stream) throws IOException {
    switch (state) {
      case T_START_MULTIPART -> numbers.push(0);
      case T_END_MULTIPART -> numbers.pop();
      case T_START_BODYPART -> {
        numbers.push(numbers.pop() + 1);
        attached = false;
      }
      case T_START_MESSAGE -> messages++;
      case T_END_MESSAGE -> messages--;
      case T_FIELD -> field(stream);
      case T_BODY -> body(stream);
      case T_PREAMBLE, T_EPILOGUE -> {
        var bytes = stream.getInputStream().readAllBytes();
        pieces.add(new Piece(part() + " (around it)", utf8(bytes), bytes, false));
      }
      case T_RAW_ENTITY, T_START_HEADER, T_END_HEADER, T_END_BODYPART, T_END_OF_STREAM -> {}
    }
  }

  private void field(MimeTokenStream stream) {
    var name = stream.getField().getName();
    var raw = utf8(stream.getField().getRaw().toByteArray());
    var value = raw.substring(raw.indexOf(':') + 1).replaceAll("\\r?\\n", "");
    if (name.equalsIgnoreCase("Content-Disposition")) {
      attached = value.strip().toLowerCase(Locale.ROOT).startsWith("attachment");
    }
    if (name.equalsIgnoreCase("To") && messages == 1 && numbers.isEmpty()) {
      return;
    }
    var decoded = DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT);
    // RFC 2231: a parameter over several sections, joined as a mail program would.
    var joined = value.replaceAll("\"?;\\s*[A-Za-z]+\\*\\d+\\*?=\"?", "");
    var shown = name.matches("[A-Za-z-]{1,40}") ? name : "of another name";
    var where =
        numbers.isEmpty() && messages == 1 ? "header " + shown : part() + ", header " + shown;
    var all = value + "\n" + decoded + "\n" + joined + "\n" + name;
    pieces.add(new Piece(where, all, new byte[0], false));
  }

  private void body(MimeTokenStream stream) throws IOException {
    var bytes = stream.getDecodedInputStream().readAllBytes();
    var charset = charset(stream.getBodyDescriptor().getCharset());
    // A label may lie, and a reader's program may see through it.
    var text = new String(bytes, charset);
    boolean other = charset != StandardCharsets.UTF_8 && !text.equals(utf8(bytes));
    pieces.add(new Piece(part(), other ? text + "\n" + utf8(bytes) : text, bytes, attached));
  }

  private String part() {
    var path = new ArrayList<>(numbers.reversed());
    var number = path.stream().map(String::valueOf).collect(Collectors.joining("."));
    return number.isEmpty() ? "the text" : "part " + number;
  }

  private static Charset charset(String name) {
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
