package postern.jobs;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;

/**
 * How this node works off jobs.
 *
 * @param workers how many run at once on this node
 * @param poll how often the database is asked for what other nodes or times made due
 * @param lease how long a claim holds without being renewed; after a crash the job runs again then
 * @param attempts failures after which a job is given up and shown to administrators
 */
public record JobSettings(
    @JsonProperty int workers,
    @JsonProperty Duration poll,
    @JsonProperty Duration lease,
    @JsonProperty int attempts) {
  public JobSettings {
    workers = workers == 0 ? 4 : workers;
    attempts = attempts == 0 ? 20 : attempts;
    poll = poll == null ? Duration.milliseconds(500) : poll;
    lease = lease == null ? Duration.minutes(2) : lease;
  }

  public static JobSettings defaults() {
    return new JobSettings(0, null, null, 0);
  }
}
