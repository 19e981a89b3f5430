/**
 * Who is asking: sign-in, sessions, API tokens, and the filter that tells every endpoint its
 * viewer.
 *
 * <p>No answer here tells whether an address or a name is known, and no number of wrong guesses
 * keeps an owner out of a browser they have used before. A visitor gets no cookie.
 *
 * <p>Keeps clauses 2, 10 and 16 of the privacy policy.
 */
package postern.sessions;
