package postern.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses bodies over a number of octets with 413, whether they declare their length or not. */
@PreMatching
@Priority(20)
public final class BodyLimit implements ContainerRequestFilter {
  private final long maxOctets;

  public BodyLimit(long maxOctets) {
    this.maxOctets = maxOctets;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getLength() > maxOctets) {
      throw tooLarge();
    }
    request.setEntityStream(new Counted(request.getEntityStream(), maxOctets));
  }

  private static ProblemException tooLarge() {
    return Problem.of(413, "body-too-large", "The body is larger than this site takes.").thrown();
  }

  private static final class Counted extends FilterInputStream {
    private long left;

    Counted(InputStream in, long limit) {
      super(in);
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int octet = super.read();
      count(octet < 0 ? 0 : 1);
      return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int octets = super.read(target, offset, length);
      count(Math.max(0, octets));
      return octets;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(int octets) {
      left -= octets;
      if (left < 0) {
        throw tooLarge();
      }
    }
  }
}
