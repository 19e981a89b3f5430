/**
 * What search engines ask for first: robots.txt and the sitemap.
 *
 * <p>Nothing is named that a visitor could not read.
 *
 * <p>Keeps clause 2 of the privacy policy: what is listed is public, and reading it leaves nothing.
 */
package postern.web.crawlers;
