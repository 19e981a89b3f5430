/**
 * The moderators' pages: letters that their readers reported. No other letter is shown, no address,
 * and not who reported. What a decision does is the rooms'.
 */
package postern.web.moderation;
