/**
 * What the forum tells a member: watches, notices, the rules that each member sets for them, and
 * their mails.
 *
 * <p>It never tells anybody of what they may not see at that moment: that is asked again whenever a
 * notice is shown, counted or mailed. It never mails who did not ask for it.
 *
 * <p>Keeps a part of clause 5 of the privacy policy: notices go to those who opted in, and one
 * click ends each kind.
 */
package postern.notices;
