/**
 * The policy and the cookies, in words a person reads, generated from the same source as the
 * documents and with the values in force. Nothing here depends on who reads it.
 */
package postern.web.about;
