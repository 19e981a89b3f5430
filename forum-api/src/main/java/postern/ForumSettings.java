package postern;

import java.nio.file.Path;
import postern.http.EdgeSettings;
import postern.jobs.JobSettings;

/**
 * What the rooms need to know of this installation.
 *
 * @param name the forum's name, on pages and in mail
 * @param keyFile the keys that seal what is personal
 */
public record ForumSettings(String name, Path keyFile, EdgeSettings edge, JobSettings jobs) {}
