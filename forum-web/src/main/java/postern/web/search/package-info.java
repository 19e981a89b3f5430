/**
 * Searching on the site: one box, what was found with its marks, and ways to narrow it as plain
 * links. Nothing is kept of what was looked for, and how much there is to find is not told.
 */
package postern.web.search;
