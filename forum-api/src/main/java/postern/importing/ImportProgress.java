package postern.importing;

/** Told how far an import is; called often, so it decides itself what to show. */
public interface ImportProgress {
  /** The file is walked through for its headers. */
  void walked(long octets, long all);

  /** Message by message, what is new comes in. */
  void imported(int messages, int all);

  /** This message was left out; the rest goes on. */
  void broken(Broken broken);
}
