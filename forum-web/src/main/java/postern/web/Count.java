package postern.web;

import java.util.Locale;

/**
 * A number with the word for what it counts.
 *
 * @param figure the number with its thousands parted: 12,345
 * @param noun the word in the number's form: reply, replies
 */
public record Count(long number, String figure, String noun) {
  public static Count of(long number, String one, String many) {
    return new Count(
        number, String.format(Locale.ENGLISH, "%,d", number), number == 1 ? one : many);
  }

  public static Count posts(long number) {
    return of(number, "post", "posts");
  }

  public static Count threads(long number) {
    return of(number, "thread", "threads");
  }

  public static Count replies(long number) {
    return of(number, "reply", "replies");
  }

  public static Count letters(long number) {
    return of(number, "letter", "letters");
  }

  public static Count files(long number) {
    return of(number, "file", "files");
  }

  public String words() {
    return figure + " " + noun;
  }

  public boolean some() {
    return number > 0;
  }
}
