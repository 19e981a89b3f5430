/**
 * Brings in what was written elsewhere: mailing-list archives, with their threads, dates and
 * authors as they were. It never shows an address that an archive holds: authors become former
 * authors whose addresses lie in the vault, and address-shaped strings in texts, titles and names
 * become a mark (clauses 6 and 16). It keeps nothing of its own: a post remembers by a hash what it
 * was called where it came from, so that it comes in once.
 */
package postern.importing;
