package postern.http;

/** The short name of each status that we answer with (RFC 9110 section 15, RFC 4918, RFC 6585). */
final class Titles {
  private Titles() {}

  static String of(int status) {
    return switch (status) {
      case 400 -> "Bad request";
      case 401 -> "Sign in first";
      case 403 -> "Not allowed";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 406 -> "Not acceptable";
      case 409 -> "Conflict";
      case 410 -> "Gone";
      case 413 -> "Too large";
      case 415 -> "Unsupported media type";
      case 421 -> "Wrong host";
      case 422 -> "Cannot be done";
      case 429 -> "Too many requests";
      case 503 -> "Not available now";
      case 507 -> "Out of space";
      default -> status >= 500 ? "Internal error" : "Error";
    };
  }
}
