package postern.letters;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import postern.kernel.Base32;
import postern.kernel.CorrespondenceId;
import postern.kernel.MemberId;
import postern.privacy.Keys;

/**
 * What ends a correspondence for one of its two with one click (RFC 8058) or by mail; it says so by
 * itself.
 */
final class EndTokens {
  private static final int CHECK_BYTES = 10;

  private final Keys keys;

  EndTokens(Keys keys) {
    this.keys = keys;
  }

  record Ending(CorrespondenceId correspondence, MemberId member) {}

  String of(CorrespondenceId correspondence, MemberId member) {
    var check =
        Arrays.copyOf(keys.index("end-correspondence", correspondence + ":" + member), CHECK_BYTES);
    return Base32.encode(
        ByteBuffer.allocate(2 * Long.BYTES + CHECK_BYTES)
            .putLong(correspondence.value())
            .putLong(member.value())
            .put(check)
            .array());
  }

  Optional<Ending> read(String token) {
    var bytes = Base32.decode(token);
    if (bytes.length != 2 * Long.BYTES + CHECK_BYTES) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(bytes);
    long correspondence = buffer.getLong();
    long member = buffer.getLong();
    if (correspondence <= 0 || member <= 0) {
      return Optional.empty();
    }
    var ending = new Ending(new CorrespondenceId(correspondence), new MemberId(member));
    return MessageDigest.isEqual(bytes, Base32.decode(of(ending.correspondence(), ending.member())))
        ? Optional.of(ending)
        : Optional.empty();
  }
}
