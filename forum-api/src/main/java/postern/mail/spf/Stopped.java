package postern.mail.spf;

/** The evaluation ends here, with this result, however deep it stands. */
final class Stopped extends Exception {
  private static final long serialVersionUID = 1;

  private final SpfResult result;

  Stopped(SpfResult result) {
    super(null, null, false, false);
    this.result = result;
  }

  SpfResult result() {
    return result;
  }
}
