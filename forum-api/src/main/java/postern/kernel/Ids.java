package postern.kernel;

/** Where new ids come from; injected, so that two runs of one script can have the same ones. */
public interface Ids {
  /**
   * The next id for what is public anyway: members, boards, threads, posts. Short, roughly in
   * order.
   */
  long next();

  /** An id that tells nothing about how many came before it: correspondences, letters, jobs. */
  long unguessable();
}
