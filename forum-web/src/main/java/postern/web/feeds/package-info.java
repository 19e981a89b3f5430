/**
 * Feeds (Atom, RFC 4287) of the site, of a board and of a thread: what visitors may read for
 * everybody, and by a secret in the address what one member may read.
 *
 * <p>A feed shows nothing that the page of the same thing would not show to the same reader at that
 * moment, and names people as the pages do.
 *
 * <p>Keeps clause 2 of the privacy policy: a feed sets no cookie and asks nothing.
 */
package postern.web.feeds;
