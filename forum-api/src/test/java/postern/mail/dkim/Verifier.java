package postern.mail.dkim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.exceptions.FailException;

/** Another's reading of our signatures: jDKIM's, with the records that we would publish. */
public final class Verifier {
  private final PublicKeyRecordRetriever records;

  /**
   * @param published as DNS gives them
   */
  public Verifier(List<DkimKey> published) {
    this.records =
        (_, selector, _) ->
            published.stream()
                .filter(key -> key.selector().contentEquals(selector))
                .map(DkimKey::record)
                .toList();
  }

  /** True when every signature in the message holds and there is one at least. */
  public boolean verifies(byte[] message) {
    try {
      var signatures = new DKIMVerifier(records).verify(new ByteArrayInputStream(message));
      return signatures != null && !signatures.isEmpty();
    } catch (FailException broken) {
      return false;
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public boolean verifies(String message) {
    return verifies(message.getBytes(StandardCharsets.UTF_8));
  }
}
