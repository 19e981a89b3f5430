package postern.letters;

/** How a letter came to us. */
public enum Via {
  SITE,
  MAIL
}
