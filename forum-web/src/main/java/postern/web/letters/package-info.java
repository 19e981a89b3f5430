/**
 * The pages of letters between two members. Each says what the other will see before anything is
 * sent, and none shows the other's address unless its owner elected this reader.
 */
package postern.web.letters;
