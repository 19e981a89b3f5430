/**
 * What a person sees when something cannot be done: what happened, what to do, and where to go. It
 * never says more than the problem itself, and nothing of what was sent.
 */
package postern.web.errors;
