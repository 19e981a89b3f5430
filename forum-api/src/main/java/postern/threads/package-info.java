/**
 * Threads and their numbered posts: what members write in public, its history, and how Markdown
 * becomes safe HTML.
 *
 * <p>Nothing here knows an address, fetches anything from another host, or tells notices and search
 * by name: they hear of a change by the event that is written with it.
 *
 * <p>Keeps clause 2 of the privacy policy (what is public is read without an account), 14 (links
 * out are marked and nothing is fetched from them) and 17 (posts are exported, corrected and erased
 * with their author).
 */
package postern.threads;
