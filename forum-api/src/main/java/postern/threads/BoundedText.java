package postern.threads;

/** Text that grows up to a limit and then says so, before the machine's memory does. */
final class BoundedText implements Appendable {
  private final StringBuilder text = new StringBuilder();
  private final int limit;

  BoundedText(int limit) {
    this.limit = limit;
  }

  @Override
  public BoundedText append(CharSequence more) {
    return append(more, 0, more.length());
  }

  @Override
  public BoundedText append(CharSequence more, int start, int end) {
    if (text.length() + (end - start) > limit) {
      throw new Full();
    }
    text.append(more, start, end);
    return this;
  }

  @Override
  public BoundedText append(char c) {
    return append(String.valueOf(c));
  }

  @Override
  public String toString() {
    return text.toString();
  }

  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1;

    Full() {
      super("the limit is reached", null, false, false);
    }
  }
}
