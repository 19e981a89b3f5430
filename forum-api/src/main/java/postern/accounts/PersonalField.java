package postern.accounts;

import java.util.EnumSet;
import java.util.Set;
import postern.privacy.Purpose;

/**
 * What a member may say of themselves, or not: private, sealed, emptied at any time (clause 4 of
 * the policy).
 */
public enum PersonalField {
  JOB_TITLE("jobTitle", EnumSet.of(Purpose.SERVICE)),
  POSTAL_ADDRESS("postalAddress", EnumSet.of(Purpose.SERVICE)),
  PHONE("phone", EnumSet.of(Purpose.SERVICE));

  private final String key;
  private final Set<Purpose> purposes;

  PersonalField(String key, Set<Purpose> purposes) {
    this.key = key;
    this.purposes = Set.copyOf(purposes);
  }

  /** Its name in JSON and in forms. */
  public String key() {
    return key;
  }

  /** The only purposes for which it may be read. */
  public Set<Purpose> purposes() {
    return purposes;
  }
}
