package postern.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the page after a redirect says was done. The address carries its name alone, so that nobody
 * can put words of their own onto a page, and no cookie is needed.
 */
public enum Said {
  POSTED("Your post stands at the end of the thread."),
  SAVED("Saved."),
  DELETED("The post is deleted. Moderators can bring it back."),
  RESTORED("The post stands again."),
  LOCKED("The thread is locked."),
  UNLOCKED("The thread is open again."),
  PINNED("The thread stands first on its board."),
  UNPINNED("The thread stands in its place again."),
  HIDDEN("Only moderators see this thread now."),
  SHOWN("Everybody sees this thread again."),
  MOVED("The thread was moved here."),
  HELD("Thank you. A moderator reads this before others see it."),
  HELD_REFUSED("The post does not stand. Its author reads why."),
  MERGED("The threads are one now. The old address leads here."),
  SPLIT("The posts stand in this new thread. The old place shows a line that leads here."),
  SIGNED_OUT("You are signed out."),
  SIGNED_OUT_EVERYWHERE("You are signed out on every device."),
  SESSION_ENDED("That device is signed out."),
  PASSWORD_CHANGED("Your password is changed, and your other devices are signed out."),
  PASSWORD_RESET("Your password is changed. Sign in with the new one."),
  WELCOME("Your address is confirmed. Sign in to begin."),
  MAIL_SENT("A mail is on its way to that address. Its link holds for two days."),
  ADDRESS_CONFIRMED("The address is confirmed."),
  ADDRESS_MAIN("Mail for you goes to that address from now on."),
  ADDRESS_REMOVED("The address is removed. It is still kept out of your letters."),
  ADDRESS_UNDONE("The change is undone, and every device is signed out. Choose a new password."),
  HIDDEN_FROM_ALL("Nobody sees your address from now on. Who saw it before cannot unsee it."),
  SHOWN_TO_MEMBERS("Members see your address from now on."),
  SHOWN_TO_ONE("That member sees your address from now on."),
  WITHDRAWN("That member does not see your address any more. Who saw it cannot unsee it."),
  REVOKED("The token opens nothing any more."),
  CLAIMED("The posts stand under your name from now on."),
  LETTER_SENT("Your letter is on its way."),
  NOT_MINE("The letter is forgotten. Nobody was told."),
  BLOCKED("You get nothing more from this member. They are not told."),
  UNBLOCKED("This member can write to you again."),
  RENEWED("The old masked address is closed. You have a new one toward this member."),
  REPORTED("Moderators can read this letter now. Thank you."),
  KEPT("Letters with this member are kept here."),
  NOT_KEPT("Letters with this member are not kept here any more."),
  FEEDS_ENDED("Your private feeds open nothing any more."),
  ALL_READ("Everything here counts as read."),
  BOOKMARKED("The post is among your bookmarks."),
  UNBOOKMARKED("The bookmark is taken away."),
  DRAFT_KEPT("Your draft is kept. Nobody else can read it."),
  DRAFT_DROPPED("The draft is gone."),
  ENDED("You get no more letters from this member."),
  WATCHED("You are told of new posts from now on."),
  UNWATCHED("You are not told any more, unless somebody names you."),
  BOARD_WATCHED("You are told of new threads from now on."),
  BOARD_UNWATCHED("You are not told of new threads any more."),
  FLAGGED("Thank you. Moderators see it, and not who flagged it."),
  DECIDED("It is decided, and stands in the log."),
  DECIDED_BEFORE("Another moderator decided that before you."),
  ANSWERED("Moderators read your answer."),
  CREATED("It is made."),
  REMOVED("It is gone."),
  ORDERED("The boards stand in the new order."),
  ROLE_GRANTED("The role is changed, and the change is in the log."),
  STANDING_CHANGED("The member's standing is changed, and they can read why.");

  static final String PARAMETER = "said";

  private final String sentence;

  Said(String sentence) {
    this.sentence = sentence;
  }

  /** The same address, with word of what was done; the fragment stays at the end. */
  public String at(String path) {
    int hash = path.indexOf('#');
    var page = hash < 0 ? path : path.substring(0, hash);
    var fragment = hash < 0 ? "" : path.substring(hash);
    return page + (page.contains("?") ? "&" : "?") + PARAMETER + "=" + word() + fragment;
  }

  static Optional<Flash> read(String word) {
    return Arrays.stream(values())
        .filter(said -> said.word().equals(word))
        .map(said -> Flash.done(said.sentence))
        .findFirst();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
