package postern;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.Test;
import postern.kernel.EmailAddress;
import postern.privacy.AddressVault;
import postern.privacy.VisibleAddress;

/** What no reader of a single class could see: who imports whom, and who may open what. */
class ArchitectureTest {
  private static final JavaClasses CODE = MainCode.beside(Forum.class);

  /** Who makes a real address text. A new caller is a decision: it needs a reason here. */
  private static final Map<String, String> MAKE_TEXT =
      Map.of(
          "postern.delivery.AddressForms.<init>",
          "the gate looks for it in every form; gives none away",
          "postern.delivery.Dispatch.attempt",
          "the To header of the mail that this address receives",
          "postern.delivery.Sandbox.attempt",
          "kept sealed with a mail that did not leave, in development",
          "postern.letters.Scrub.<init>",
          "looks for it in its owner's letter, to take it out",
          "postern.letters.Scrub.electedLine",
          "the line under a letter, where its owner elected this reader",
          "postern.mail.smtp.ClientSession.send",
          "RCPT TO, said to the relay host",
          "postern.privacy.AddressVault.index",
          "the keyed index that finds it",
          "postern.privacy.AddressVault.seal",
          "encrypted where it is kept",
          "postern.privacy.VisibleAddress.<init>",
          "made by the vault alone, after reading the owner's election");

  /** Who takes an address's domain from it. */
  private static final Map<String, String> TAKE_THE_DOMAIN =
      Map.of(
          "postern.mail.auth.OwnChecks.judge",
          "name servers are asked what the author's domain says of the message",
          "postern.mail.auth.OwnChecks.spf",
          "name servers are asked who may send for it");

  /** Who asks the vault for an address that is no reader's to see. */
  private static final Map<String, String> OPEN_THE_VAULT =
      Map.of(
          "postern.delivery.Dispatch.ready envelope",
          "where this mail goes, and the address that its writer elected to show in it",
          "postern.delivery.Dispatch.ready everOf",
          "what the gate must not find in this mail",
          "postern.letters.Drafting.of envelope",
          "the address that the writer elected to show to this reader",
          "postern.letters.Drafting.of everOf",
          "what the composer takes out of the letter",
          "postern.letters.Drafting.withoutMain envelope",
          "the writer wants the main one in the text, so it alone stays",
          "postern.letters.Drafting.withoutMain everOf",
          "the others are taken out all the same",
          "postern.letters.OwnWords.in everOf",
          "tells the writer alone, before a letter goes, that their own address stands in it",
          "postern.letters.Writing.counted everOf",
          "what is taken out of the copy that the site keeps",
          "postern.letters.OwnWords.stretches everOf",
          "shows a writer alone which stretch of their own text would be taken out");

  /** Records that hold a real address while one call lasts. It has no text form in them either. */
  private static final Map<String, String> HOLD_AN_ADDRESS =
      Map.of(
          "postern.accounts.SignUp", "what a form or a call brought, until it is in the vault",
          "postern.delivery.Allowance", "what the gate lets pass in one mail",
          "postern.delivery.Dispatch$Ready", "one mail during one attempt; prints its id alone",
          "postern.letters.ComposeRequest$Secrets", "what to take out of one letter");

  @Test
  void aRoomImportsOnlyRoomsThatStandBeforeIt() {
    var upward = new ArrayList<String>();
    MainCode.arrows(CODE)
        .forEach(
            (from, to) ->
                to.stream()
                    .filter(room -> MainCode.ROOMS.indexOf(room) >= MainCode.ROOMS.indexOf(from))
                    .forEach(room -> upward.add(from + " imports " + room)));
    assertThat(upward).isEmpty();
    assertThat(MainCode.ROOMS).containsAll(MainCode.arrows(CODE).keySet());
  }

  @Test
  void theArrowsInTheDocumentAreTheRealImports() throws IOException {
    var picture = Matrix.of(MainCode.ROOMS, MainCode.arrows(CODE));
    var document = Files.readString(MainCode.top().resolve("docs/architecture.md"));
    assertThat(document)
        .as("docs/architecture.md must hold this picture:%n%s", picture)
        .contains("```text\n" + picture + "```");
  }

  @Test
  void theDocumentSaysOfEveryRoomWhatItHolds() throws IOException {
    var document = Files.readString(MainCode.top().resolve("docs/architecture.md"));
    assertThat(MainCode.ROOMS).allSatisfy(room -> assertThat(document).contains("\n| `" + room));
  }

  @Test
  void theForumKnowsNoSite() {
    assertThat(CODE.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream()))
        .noneMatch(
            dependency -> dependency.getTargetClass().getPackageName().startsWith("postern.web"));
  }

  @Test
  void onlyReviewedCallersMakeAnAddressText() {
    assertThat(callers(EmailAddress.class, "reveal")).isEqualTo(MAKE_TEXT.keySet());
  }

  @Test
  void onlyReviewedCallersTakeADomain() {
    assertThat(callers(EmailAddress.class, "domain")).isEqualTo(TAKE_THE_DOMAIN.keySet());
  }

  @Test
  void onlyReviewedCallersOpenTheVault() {
    var opened =
        Stream.of("envelope", "everOf")
            .flatMap(
                method ->
                    callers(AddressVault.class, method).stream()
                        .map(caller -> caller + " " + method))
            .collect(Collectors.toSet());
    assertThat(opened).isEqualTo(OPEN_THE_VAULT.keySet());
  }

  @Test
  void onlyTheVaultMakesAnAddressVisible() {
    assertThat(callers(VisibleAddress.class, "<init>"))
        .allMatch(caller -> caller.startsWith("postern.privacy.AddressVault."));
  }

  @Test
  void onlyReviewedRecordsHoldAnAddress() {
    var holders =
        CODE.stream()
            .filter(JavaClass::isRecord)
            .filter(
                type ->
                    type.getFields().stream()
                        .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                        .anyMatch(raw -> raw.isEquivalentTo(EmailAddress.class)))
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
    assertThat(holders).isEqualTo(HOLD_AN_ADDRESS.keySet());
  }

  @Test
  void timeAndChanceComeFromOutside() {
    assertThat(Impure.in(CODE)).isEqualTo(new TreeSet<>(Impure.REVIEWED.keySet()));
  }

  @Test
  void noRoomReachesIntoAnothersTables() {
    var open =
        CODE.stream()
            .filter(ArchitectureTest::isDao)
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::getName);
    assertThat(open).isEmpty();
    assertThat(CODE.stream().filter(ArchitectureTest::isDao)).hasSizeGreaterThan(20);
  }

  private static boolean isDao(JavaClass type) {
    return type.getMethods().stream()
        .anyMatch(
            method ->
                method.isAnnotatedWith(SqlQuery.class)
                    || method.isAnnotatedWith(SqlUpdate.class)
                    || method.isAnnotatedWith(SqlBatch.class));
  }

  /** Calls and method references, each as class and method. */
  private static Set<String> callers(Class<?> owner, String method) {
    SortedMap<String, String> callers = new TreeMap<>();
    CODE.stream()
        .flatMap(type -> type.getAccessesFromSelf().stream())
        .filter(access -> access.getTargetOwner().isEquivalentTo(owner))
        .filter(access -> access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget)
        .filter(access -> access.getTarget().getName().equals(method))
        .forEach(access -> callers.put(caller(access), ""));
    return callers.keySet();
  }

  static String caller(JavaAccess<?> access) {
    return access.getOriginOwner().getName() + "." + access.getOrigin().getName();
  }
}
