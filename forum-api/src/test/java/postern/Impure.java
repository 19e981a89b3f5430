package postern;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Calls that ask the machine for the time or for chance. One of them, and two runs of one script
 * could not be the same.
 */
public final class Impure {
  /** Where the real ones enter the house. */
  public static final Map<String, String> REVIEWED =
      Map.of(
          "postern.World.real asks java.time.InstantSource.system",
          "the clock that every room is given",
          "postern.kernel.Randomness.secure asks java.security.SecureRandom.<init>",
          "the chance that every room is given");

  private static final Set<String> CLOCKS =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalTime",
          "java.time.LocalDateTime",
          "java.time.ZonedDateTime",
          "java.time.OffsetDateTime",
          "java.time.Year",
          "java.time.YearMonth");
  private static final Set<String> RANDOMS =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.security.SecureRandom",
          "java.util.concurrent.ThreadLocalRandom");

  private Impure() {}

  /** Every such call, as caller and what it asks. */
  public static SortedSet<String> in(JavaClasses classes) {
    var found = new TreeSet<String>();
    for (var type : classes) {
      for (var access : type.getAccessesFromSelf()) {
        if (isImpure(access)) {
          found.add(
              ArchitectureTest.caller(access)
                  + " asks "
                  + access.getTargetOwner().getName()
                  + "."
                  + access.getTarget().getName());
        }
      }
    }
    return found;
  }

  private static boolean isImpure(JavaAccess<?> access) {
    var owner = access.getTargetOwner().getName();
    var name = access.getTarget().getName();
    return CLOCKS.contains(owner) && name.equals("now")
        || RANDOMS.contains(owner) && (name.equals("<init>") || name.equals("current"))
        || owner.equals("java.time.Clock") && name.startsWith("system")
        || owner.equals("java.time.InstantSource") && name.equals("system")
        || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
        || owner.equals("java.lang.Math") && name.equals("random")
        || owner.equals("java.util.UUID") && name.equals("randomUUID")
        || owner.equals("java.util.Date") && name.equals("<init>")
        || owner.equals("java.util.Collections") && name.equals("shuffle");
  }
}
