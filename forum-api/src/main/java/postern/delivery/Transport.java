package postern.delivery;

import postern.kernel.EmailAddress;

/**
 * One attempt at handing a finished message to the next host. It changes nothing in the message.
 */
interface Transport extends AutoCloseable {
  /**
   * @param mail the queue's own number of it, the same at each attempt
   */
  Attempted attempt(long mail, String returnPath, EmailAddress to, byte[] finished);

  @Override
  default void close() {}
}
