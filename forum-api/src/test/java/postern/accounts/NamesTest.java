package postern.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@mill.example",
        "Ada ada＠mill.example",
        "ada at mill dot example",
        "ada (at) mill.example",
        "see https://mill.example",
        "mill.example",
        "www.mill",
        "Forum Admin",
        "The Adm1nistrator",
        "Mоderator",
        "m o d e r a t o r",
        "ADMIN",
        "Ада Адмін staff",
        "Ada of the Staff",
        "Offic1al",
        "a\u200bdmin",
        "ａｄｍｉｎ"
      })
  void refusesANameThatHoldsAnAddressALinkOrATitle(String name) {
    assertThat(DisplayName.judge(name)).isInstanceOf(DisplayName.Judged.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "J. R. R. Smith",
        "Modesto",
        "Dr.Smith",
        "Steam Engine",
        "Miller at the mill",
        "x"
      })
  void takesNamesThatOnlySoundSimilar(String name) {
    assertThat(DisplayName.judge(name))
        .isEqualTo(new DisplayName.Judged.Taken(new DisplayName(name)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          old@box.example                     | former author
          "old@box.example"                   | former author
          old at box dot example              | former author
          old (a) box.example                 | former author
          old@box.example via dev             | former author
          Old Hand <old@box.example>          | Old Hand
          'Old Hand (old@box.example)'        | Old Hand
          Old Hand via dev                    | Old Hand via dev
          ''                                  | former author
          ?                                   | former author
          Old＠box.example                     | former author
          """)
  void showsNothingOfAnAddressInAName(String name, String shown) {
    assertThat(Names.former(name)).isEqualTo(shown);
  }
}
