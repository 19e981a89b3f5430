/**
 * Who the members are: sign-up, verification, names, addresses, passwords, profile, roles,
 * standing, and the former authors of archives.
 *
 * <p>It never answers differently for an address that is known and one that is not: what depends on
 * that happens in jobs, after the answer, and shows only in that address's own mailbox.
 *
 * <p>Keeps clauses 4, 5, 9, 15 and 16 of the privacy policy.
 */
package postern.accounts;
