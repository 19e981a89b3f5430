/**
 * Pages for visitors, kept ready: made once for each version of what they show, and given out
 * without asking the database.
 *
 * <p>Nothing is kept that was made for somebody who is signed in, that sets a cookie, or that was
 * made from what nobody watches for changes.
 *
 * <p>Keeps a part of clause 2 of the privacy policy: a visitor is nobody to us, so one visitor's
 * page is every visitor's.
 */
package postern.web.kept;
