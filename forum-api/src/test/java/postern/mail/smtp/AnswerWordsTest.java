package postern.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "5.1.1 <ada.private@mill.example>: Recipient address rejected",
        "ADA.Private@Mill.example unknown",
        "User ada.private over quota at mx1.mill.example",
        "\"ada.private\" is not here",
        "mailbox ada.private%40mill.example is full",
        "ada.private at mill.example is away",
        "forwarded to other.one@elsewhere.example",
        "user=other.one(at)elsewhere.example",
      })
  void noAddressStandsInThem(String answer) {
    assertThat(AnswerWords.without("ada.private@mill.example", answer).toLowerCase())
        .doesNotContain("ada.private")
        .doesNotContain("mill.example")
        .doesNotContain("other.one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.2.2 The mailbox is full", "4.7.1 Greylisted, try again in 300 s"})
  void theRestStays(String answer) {
    assertThat(AnswerWords.without("al@mill.example", answer)).isEqualTo(answer);
  }
}
