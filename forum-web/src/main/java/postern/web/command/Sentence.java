package postern.web.command;

import io.dropwizard.configuration.ConfigurationException;
import java.io.FileNotFoundException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.stream.Stream;
import postern.storage.StorageRefusal;
import postern.storage.StorageTrouble;

/**
 * What went wrong, for a person. The messages of unforeseen exceptions are never shown: they quote
 * what they were given.
 */
final class Sentence {
  private Sentence() {}

  static String of(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .flatMap(cause -> known(cause).stream())
        .findFirst()
        .orElseGet(() -> unforeseen(failure));
  }

  private static Optional<String> known(Throwable failure) {
    return switch (failure) {
      case Failed failed -> Optional.of(failed.getMessage());
      case StorageRefusal refusal -> Optional.of(refusal.getMessage());
      case StorageTrouble.Unavailable _ ->
          Optional.of("The database does not answer; nothing was kept. Try again in a moment.");
      case StorageTrouble.Full _ ->
          Optional.of("The disk under the database is full; nothing was kept.");
      case ConfigurationException wrong -> Optional.of(configuration(wrong));
      case BindException _ ->
          Optional.of(
              "A port of the service is taken, by another program or by a service that already"
                  + " runs. POSTERN_HTTP_PORT, POSTERN_ADMIN_PORT and POSTERN_MAIL_PORT choose"
                  + " others.");
      case NoSuchFileException missing ->
          Optional.of("There is no file " + missing.getFile() + ".");
      case AccessDeniedException shut ->
          Optional.of("The file " + shut.getFile() + " may not be opened by this account.");
      case FileNotFoundException _ ->
          Optional.of(
              "The configuration file could not be opened; POSTERN_CONFIG names another one.");
      case IllegalArgumentException refused when ours(refused) ->
          Optional.of(ended(refused.getMessage()));
      default -> Optional.empty();
    };
  }

  // A setting that one of our own records refused says best what is wrong; otherwise Dropwizard's
  // first error does.
  private static String configuration(ConfigurationException wrong) {
    for (Throwable cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException && ours(cause)) {
        return "In the configuration: " + ended(cause.getMessage());
      }
    }
    var first =
        wrong.getErrors().stream().findFirst().orElse("it cannot be read").lines().findFirst();
    return "In the configuration: " + ended(first.orElse("it cannot be read").strip());
  }

  private static boolean ours(Throwable thrown) {
    var stack = thrown.getStackTrace();
    return thrown.getMessage() != null
        && stack.length > 0
        && stack[0].getClassName().startsWith("postern.");
  }

  private static String ended(String message) {
    return message.endsWith(".") ? message : message + ".";
  }

  private static String unforeseen(Throwable failure) {
    var place =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .limit(20)
            .flatMap(cause -> Stream.of(cause.getStackTrace()))
            .filter(frame -> frame.getClassName().startsWith("postern."))
            .findFirst()
            .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("");
    return "That failed in a way nobody foresaw ("
        + failure.getClass().getSimpleName()
        + place
        + "). Please report it with this line.";
  }
}
