/**
 * The database: transactions, migrations, ids in blocks, and the server that the application runs
 * for itself.
 *
 * <p>It knows no table of another room, and makes no statement on another room's behalf.
 *
 * <p>Keeps a part of clause 16 of the privacy policy: nothing acknowledged is lost, and nobody but
 * this application can log in to its own server.
 */
package postern.storage;
