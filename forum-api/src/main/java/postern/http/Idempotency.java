package postern.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Set;
import postern.kernel.Scope;
import postern.kernel.Viewer;

/**
 * Lets a program send an unsafe call again without doing it twice: with the same {@code
 * Idempotency-Key} and the same call, a member gets the first answer again, for a day. Calls that
 * hand out secrets do not take part, since their answers are not kept.
 */
public final class Idempotency implements DynamicFeature {
  private static final Set<String> UNSAFE = Set.of("POST", "PUT", "PATCH", "DELETE");

  private final FirstAnswers answers;

  public Idempotency(FirstAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    var access = resource.getResourceMethod().getAnnotation(Access.class);
    if (access != null && access.value() != Who.ANYONE && access.scope() != Scope.ACCOUNT) {
      context.register(new Repeats(answers));
    }
  }

  /** After the check of access, before anything is done. */
  @Priority(3000)
  private record Repeats(FirstAnswers answers)
      implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
    private static final String FIRST = Idempotency.class.getName();

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
      var key = request.getHeaderString("Idempotency-Key");
      if (key == null
          || !UNSAFE.contains(request.getMethod())
          || !request.getUriInfo().getPath().startsWith("api/")
          || !(request.getSecurityContext().getUserPrincipal() instanceof Viewer.Member member)) {
        return;
      }
      if (!key.matches("[!-~]{1,100}")) {
        throw Problem.of(400, "bad-idempotency-key", "An Idempotency-Key has 1 to 100 characters.")
            .thrown();
      }
      begin(request, new FirstAnswers.Call(member.id(), hash(key), hashed(request)));
    }

    private void begin(ContainerRequestContext request, FirstAnswers.Call call) {
      switch (answers.begin(call)) {
        case FirstAnswers.Begun.First _ -> request.setProperty(FIRST, call);
        case FirstAnswers.Begun.Again(var status, var type, var body) -> {
          var response = Response.status(status);
          request.abortWith(
              body == null ? response.build() : response.type(type).entity(body).build());
        }
        case FirstAnswers.Begun.Unfinished _ ->
            throw Problem.of(
                    409,
                    "idempotency-unfinished",
                    "The first call with this key has not ended. Look whether it was done before"
                        + " you send it with another key.")
                .thrown();
        case FirstAnswers.Begun.OtherCall _ ->
            throw Problem.of(
                    422,
                    "idempotency-key-reused",
                    "This Idempotency-Key was used for another call. Draw a new one for each.")
                .thrown();
      }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      if (request.getProperty(FIRST) instanceof FirstAnswers.Call call) {
        if (response.getStatus() >= 500 || response.getStatus() == 429) {
          answers.forget(call);
          request.removeProperty(FIRST);
        } else if (!response.hasEntity()) {
          answers.keep(call, response.getStatus(), null, null);
          request.removeProperty(FIRST);
        } else {
          request.setProperty(FIRST + ".status", response.getStatus());
        }
      }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      if (!(context.getProperty(FIRST) instanceof FirstAnswers.Call call)) {
        context.proceed();
        return;
      }
      var copy = new ByteArrayOutputStream();
      context.setOutputStream(new Copied(context.getOutputStream(), copy));
      context.proceed();
      var status = (Integer) context.getProperty(FIRST + ".status");
      answers.keep(call, status, String.valueOf(context.getMediaType()), copy.toByteArray());
    }

    private static byte[] hashed(ContainerRequestContext request) throws IOException {
      var body = request.getEntityStream().readAllBytes();
      request.setEntityStream(new ByteArrayInputStream(body));
      var call = request.getMethod() + " " + request.getUriInfo().getRequestUri() + "\n";
      return hash(call + new String(body, StandardCharsets.ISO_8859_1));
    }

    private static byte[] hash(String text) {
      try {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private static final class Copied extends FilterOutputStream {
    private final OutputStream copy;

    Copied(OutputStream out, OutputStream copy) {
      super(out);
      this.copy = copy;
    }

    @Override
    public void write(int octet) throws IOException {
      out.write(octet);
      copy.write(octet);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      out.write(octets, from, length);
      copy.write(Arrays.copyOfRange(octets, from, from + length));
    }
  }
}
