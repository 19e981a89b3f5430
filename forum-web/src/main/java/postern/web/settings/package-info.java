/**
 * A member's own settings, one subject a page, each choice with what it means for privacy. Only the
 * owner ever sees these pages, and no cache keeps those that show personal data. They keep the
 * policy's clauses on the election, on optional fields and on correcting what one gave.
 */
package postern.web.settings;
