package postern.storage;

/** Why the service does not start on this database; its message is a sentence for the operator. */
public final class StorageRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StorageRefusal(String sentence) {
    super(sentence);
  }

  public StorageRefusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
