/**
 * A member's page, as others see it. It shows an address only when the vault gave one out for this
 * viewer and this answer, and says in words why it does or does not.
 */
package postern.web.members;
