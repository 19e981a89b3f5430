package postern.web.letters;

import java.util.List;
import java.util.Optional;
import postern.web.Frame;
import postern.web.MemberName;
import postern.web.PageModel;

/**
 * The answer to a letter whose text holds the writer's own address or something else they listed.
 * It posts what was written again to the same place, with {@code own_address}: {@code take_out} or
 * {@code leave}. Fields: {@code csrf}, {@code subject} (not for an answer), {@code body}, {@code
 * share_address} when it was ticked, {@code own_address}.
 *
 * @param action where the letter was posted to
 * @param subject as it was typed; none for an answer
 * @param lines the text cut into stretches, with what was found marked
 */
public record OwnAddressPage(
    Frame frame,
    MemberName to,
    String action,
    Optional<String> subject,
    String body,
    boolean shareAddress,
    List<Stretch> lines)
    implements PageModel {
  public OwnAddressPage {
    lines = List.copyOf(lines);
  }

  @Override
  public boolean secret() {
    return true;
  }

  @Override
  public String toString() {
    return "OwnAddressPage[" + action + "]";
  }

  /** A stretch of the text. */
  public record Stretch(String text, boolean found) {
    @Override
    public String toString() {
      return "Stretch[]";
    }
  }
}
