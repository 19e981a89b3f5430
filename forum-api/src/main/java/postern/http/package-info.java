/**
 * The edge toward browsers and programs: problems, who may call what, limits, idempotency, cursors.
 *
 * <p>It knows no room of the forum and renders no page; a room above tells it who is looking and
 * how a page looks.
 *
 * <p>Keeps clauses 2, 11 and 18 of the privacy policy at this edge: no cookie and no network
 * address is kept here for longer than a limit's window.
 */
package postern.http;
