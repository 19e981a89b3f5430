package postern.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecurityHeadersTest {
  @Test
  void allowsNothingInlineAndNothingFromAnotherHost() {
    var policy = new SecurityHeaders("http://localhost:8080").all().get("Content-Security-Policy");

    assertThat(policy).startsWith("default-src 'none'; ").doesNotContain("unsafe", "http", "*");
  }

  @Test
  void asksForHttpsOnlyWhereTheSiteHasIt() {
    assertThat(new SecurityHeaders("https://a.example").all())
        .containsKey("Strict-Transport-Security");
    assertThat(new SecurityHeaders("http://localhost:8080").all())
        .doesNotContainKey("Strict-Transport-Security");
  }
}
