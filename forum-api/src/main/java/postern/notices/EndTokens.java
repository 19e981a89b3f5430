package postern.notices;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import postern.kernel.Base32;
import postern.kernel.MemberId;
import postern.kernel.ThreadId;
import postern.privacy.Keys;

/**
 * What ends mails of some kinds, or a thread's watch, with one click (RFC 8058) or by mail; it says
 * so by itself. It ends what its reader gets and opens nothing.
 */
final class EndTokens {
  private static final int CHECK_BYTES = 10;
  private static final int LENGTH = 2 * Long.BYTES + 1 + CHECK_BYTES;
  private static final byte THREAD = 0;

  private final Keys keys;

  EndTokens(Keys keys) {
    this.keys = keys;
  }

  /** What a token ends, for whom. */
  record Ending(MemberId member, Ends what) {}

  String of(MemberId member, Ends what) {
    return switch (what) {
      case Ends.Mails(var kinds) -> token(member, bits(kinds), 0);
      case Ends.Watch(var thread) -> token(member, THREAD, thread.value());
    };
  }

  Optional<Ending> read(String token) {
    var bytes = Base32.decode(token);
    if (bytes.length != LENGTH) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(bytes);
    long member = buffer.getLong();
    byte what = buffer.get();
    long thread = buffer.getLong();
    if (member <= 0 || !MessageDigest.isEqual(bytes, bytes(new MemberId(member), what, thread))) {
      return Optional.empty();
    }
    Ends ends = what == THREAD ? new Ends.Watch(new ThreadId(thread)) : new Ends.Mails(kinds(what));
    return Optional.of(new Ending(new MemberId(member), ends));
  }

  private String token(MemberId member, byte what, long thread) {
    return Base32.encode(bytes(member, what, thread));
  }

  private byte[] bytes(MemberId member, byte what, long thread) {
    var check = keys.index("end-notices", member + ":" + what + ":" + thread);
    return ByteBuffer.allocate(LENGTH)
        .putLong(member.value())
        .put(what)
        .putLong(thread)
        .put(Arrays.copyOf(check, CHECK_BYTES))
        .array();
  }

  private static byte bits(Set<NoticeKind> kinds) {
    return (byte) kinds.stream().mapToInt(kind -> 1 << kind.ordinal()).sum();
  }

  private static Set<NoticeKind> kinds(byte bits) {
    var kinds = EnumSet.noneOf(NoticeKind.class);
    for (var kind : NoticeKind.values()) {
      if ((bits & 1 << kind.ordinal()) != 0) {
        kinds.add(kind);
      }
    }
    return kinds;
  }
}
