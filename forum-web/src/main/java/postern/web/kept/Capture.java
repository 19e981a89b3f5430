package postern.web.kept;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Holds an answer's bytes back until it is whole. Its headers go through, and none leaves yet. */
final class Capture extends HttpServletResponseWrapper {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_768);
  private final ServletOutputStream stream = new Held(bytes);
  private final PrintWriter writer = new PrintWriter(stream, false, StandardCharsets.UTF_8);
  private boolean gaveCookie;

  Capture(HttpServletResponse response) {
    super(response);
  }

  byte[] bytes() {
    writer.flush();
    return bytes.toByteArray();
  }

  boolean gaveCookie() {
    return gaveCookie || getHeader("Set-Cookie") != null;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return stream;
  }

  @Override
  public PrintWriter getWriter() {
    return writer;
  }

  @Override
  public void addCookie(Cookie cookie) {
    gaveCookie = true;
    super.addCookie(cookie);
  }

  // Whoever sends it on sets the length of what is sent.
  @Override
  public void setContentLength(int length) {}

  @Override
  public void setContentLengthLong(long length) {}

  @Override
  public void flushBuffer() {}

  @Override
  public void resetBuffer() {
    bytes.reset();
  }

  private static final class Held extends ServletOutputStream {
    private final ByteArrayOutputStream bytes;

    Held(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int octet) {
      bytes.write(octet);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      bytes.write(octets, from, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("pages are written at once");
    }
  }
}
