package postern.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import postern.delivery.Notice;
import postern.delivery.SigningKey;
import postern.letters.NewLetter;
import postern.letters.Written;
import postern.mail.dkim.Verifier;

/** What leaves is signed over the bytes that arrive, letters and notices alike. */
class SignedMailTest {
  private static final String ADA = "ada.private@mill.example";
  private static final String BEN = "ben.private@harbour.example";

  @Test
  void lettersAndNoticesArriveWithASignatureThatHolds() {
    try (var house = new TestForum()) {
      var ada = house.join("ada", ADA);
      var ben = house.join("ben", BEN);
      var letter = new NewLetter("Mühle", "Two  blanks. \n\n\n.\nA dot, and ü.\n\n", false, false);
      assertThat(house.forum.letters().write(ada.viewer(), ben.username(), letter))
          .isInstanceOf(Written.Sent.class);
      var arrived = house.postOffice.await(BEN, 0);
      assertThat(verifier(house).verifies(arrived.raw())).isTrue();
      assertThat(arrived.header("DKIM-Signature")).contains("d=" + TestForum.DOMAIN + ";");
      var changed = arrived.text().replace("blanks", "planks");
      assertThat(verifier(house).verifies(changed)).isFalse();

      var courier = house.forum.foundation().delivery().courier();
      var to =
          house
              .storage
              .database()
              .<postern.kernel.AddressId>read(
                  tx -> house.forum.foundation().vault().mainOf(tx, ben.id()).orElseThrow());
      house.storage.database().run(tx -> courier.send(tx, to, Notice.of("test", "News", "Text.")));
      assertThat(verifier(house).verifies(house.postOffice.await(BEN, 1).raw())).isTrue();
    }
  }

  private static Verifier verifier(TestForum house) {
    var keys = house.forum.foundation().delivery().signingKeys().all();
    return new Verifier(keys.stream().map(SigningKey::key).toList());
  }
}
