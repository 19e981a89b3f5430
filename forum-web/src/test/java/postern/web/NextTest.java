package postern.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class NextTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/t/12/quinces?page=2", "/settings/address", "/p/1#reply"})
  void leadsToAPathOfThisSite(String path) {
    assertThat(Next.path(path)).isEqualTo(path);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "//other.example",
        "/\\other.example",
        "https://other.example/",
        "javascript:alert(1)",
        "other.example",
        "/\t/other.example",
        "/\n/other.example",
        "/a b",
        "/sign-out",
        "/sign-in?next=/x",
        "/\"onclick"
      })
  void leadsNowhereElse(String path) {
    assertThat(Next.path(path)).isEqualTo("/");
  }

  @Test
  void takesNoEndlessPath() {
    assertThat(Next.path("/" + "x".repeat(600))).isEqualTo("/");
  }

  @Test
  void theSignInPageKeepsTheWholePath() {
    assertThat(Next.signIn("/t/1/a?page=2&x=y"))
        .isEqualTo("/sign-in?next=%2Ft%2F1%2Fa%3Fpage%3D2%26x%3Dy");
  }
}
