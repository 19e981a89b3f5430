package postern.sessions;

/** Tells browsers apart as coarsely as helps an owner to know their own sessions. */
final class Device {
  private Device() {}

  static String family(String userAgent) {
    var text = userAgent == null ? "" : userAgent;
    return browser(text) + system(text);
  }

  // The order matters: Edge and Opera say that they are Chrome, and Chrome says that it is Safari.
  private static String browser(String text) {
    if (text.contains("Firefox/")) {
      return "Firefox";
    }
    if (text.contains("Edg/")) {
      return "Edge";
    }
    if (text.contains("OPR/")) {
      return "Opera";
    }
    if (text.contains("Chrome/") || text.contains("Chromium/")) {
      return "Chrome";
    }
    return text.contains("Safari/") ? "Safari" : "Another program";
  }

  private static String system(String text) {
    if (text.contains("Android")) {
      return " on Android";
    }
    if (text.contains("iPhone") || text.contains("iPad")) {
      return " on iOS";
    }
    if (text.contains("Windows")) {
      return " on Windows";
    }
    if (text.contains("Macintosh")) {
      return " on macOS";
    }
    return text.contains("Linux") ? " on Linux" : "";
  }
}
