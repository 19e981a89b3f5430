/**
 * Shared values that every room understands: ids, addresses, names, who is looking, time, chance.
 *
 * <p>Nothing here reads a database, a file or the network, and nothing here can print a real
 * address.
 *
 * <p>Keeps clause 6 of the privacy policy at its root: {@link postern.kernel.EmailAddress} has no
 * text form.
 */
package postern.kernel;
