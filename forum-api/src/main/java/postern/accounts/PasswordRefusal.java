package postern.accounts;

/** Why a new password is not taken. */
public enum PasswordRefusal {
  TOO_SHORT("A password has at least 10 characters. Three or four random words make a good one."),
  TOO_LONG("A password has at most 200 characters."),
  HOLDS_NAME("The password holds your username or your address. Choose one that does not."),
  COMMON("Many people use this password, so it would be tried first. Choose another.");

  private final String sentence;

  PasswordRefusal(String sentence) {
    this.sentence = sentence;
  }

  /** Says to a person what to do. */
  public String sentence() {
    return sentence;
  }
}
