package postern.web;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;
import postern.delivery.Delivery;

/** How many mails came to each stage, and how many wait: no address, nobody's name, no host's. */
final class MailMetrics {
  private MailMetrics() {}

  static void register(Delivery delivery, PrometheusRegistry registry) {
    CounterWithCallback.builder()
        .name("postern_mail_total")
        .help("Mails that came to a stage on this node since it started")
        .labelNames("stage", "reason")
        .callback(
            counter ->
                delivery
                    .figures()
                    .counts()
                    .forEach(
                        (counted, number) ->
                            counter.call(
                                number,
                                counted.stage().name().toLowerCase(Locale.ROOT),
                                counted.reason())))
        .register(registry);
    GaugeWithCallback.builder()
        .name("postern_mail_waiting")
        .help("Mails in the queue of all nodes, and those of them that were deferred")
        .labelNames("state")
        .callback(
            gauge -> {
              var waiting = delivery.queue().waiting();
              gauge.call(waiting.number(), "queued");
              gauge.call(waiting.deferred(), "deferred");
            })
        .register(registry);
  }
}
