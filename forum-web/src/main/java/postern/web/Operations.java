package postern.web;

import com.codahale.metrics.health.HealthCheck;
import io.dropwizard.core.setup.Environment;
import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import io.prometheus.metrics.instrumentation.dropwizard.DropwizardExports;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import postern.Forum;

/** What the admin port tells the operators: health, and metrics as Prometheus reads them. */
final class Operations {
  private Operations() {}

  static void register(Forum forum, Environment environment) {
    environment.healthChecks().register("database", new DatabaseHealth(forum));
    var registry = new PrometheusRegistry();
    DropwizardExports.builder()
        .dropwizardRegistry(environment.metrics())
        // Prometheus keeps the ending .total for counters of its own.
        .metricFilter((name, _) -> !name.endsWith(".total"))
        .register(registry);
    MailMetrics.register(forum.foundation().delivery(), registry);
    environment
        .admin()
        .addServlet("prometheus", new PrometheusMetricsServlet(registry))
        .addMapping("/metrics");
  }

  private static final class DatabaseHealth extends HealthCheck {
    private final Forum forum;

    DatabaseHealth(Forum forum) {
      this.forum = forum;
    }

    @Override
    protected Result check() {
      try {
        forum.foundation().storage().ping();
        return Result.healthy();
      } catch (RuntimeException away) {
        return Result.unhealthy("the database does not answer");
      }
    }
  }
}
