/**
 * The pages on the way in: sign-up after a neutral question for age, the mailbox, sign-in, and a
 * forgotten password. None of them says whether an address or a name is known. They keep the
 * policy's clauses on children and on what a form may ask.
 */
package postern.web.accounts;
