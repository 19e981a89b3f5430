package postern.web;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.layout.DiscoverableLayoutFactory;
import java.time.Instant;
import java.util.TimeZone;

/**
 * Log lines with the place of a failure but never its message, whoever logs it: see {@link
 * SafeLayout}.
 */
@JsonTypeName("postern")
public final class SafeLayoutFactory implements DiscoverableLayoutFactory<ILoggingEvent> {
  @Override
  public LayoutBase<ILoggingEvent> build(LoggerContext context, TimeZone zone) {
    var layout = new SafeLayout();
    layout.setContext(context);
    return layout;
  }

  /** One line for an event; below it, for a failure, classes and places. */
  static final class SafeLayout extends LayoutBase<ILoggingEvent> {
    private static final int FRAMES = 24;

    @Override
    public String doLayout(ILoggingEvent event) {
      var text = new StringBuilder(160);
      text.append(Instant.ofEpochMilli(event.getTimeStamp()))
          .append(' ')
          .append(event.getLevel())
          .append(' ');
      text.append(event.getLoggerName()).append(": ");
      text.append(
              event.getThrowableProxy() == null ? event.getFormattedMessage() : event.getMessage())
          .append('\n');
      for (var failure = event.getThrowableProxy(); failure != null; failure = failure.getCause()) {
        text.append("  ").append(failure.getClassName()).append('\n');
        var frames = failure.getStackTraceElementProxyArray();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
          text.append("    ").append(frames[i].getSTEAsString()).append('\n');
        }
      }
      return text.toString();
    }
  }
}
