package postern.web.letters;

import java.util.Optional;

/**
 * How a letter travelled and where it is.
 *
 * @param icon a name from icons.svg: clock on its way, check delivered, warning not delivered, held
 * @param words in a few words, with the hour at most
 * @param what what to do, when something is to be done
 */
public record Travel(String icon, String words, Optional<String> what, boolean trouble) {
  public static Travel onItsWay(String how) {
    return new Travel("clock", how + ", on its way", Optional.empty(), false);
  }

  public static Travel delivered(String how) {
    return new Travel("check", how + ", delivered", Optional.empty(), false);
  }

  public static Travel failed(String what) {
    return new Travel("warning", "Could not be delivered", Optional.of(what), true);
  }

  public static Travel held(String why) {
    return new Travel("held", "Held, not sent", Optional.of(why), true);
  }
}
