package postern.web.admin;

import java.util.List;
import java.util.Optional;
import postern.web.Frame;
import postern.web.Pager;
import postern.web.When;

/**
 * {@code GET /admin/mailbox?after=}: what came to postmaster and abuse. {@code GET
 * /admin/mailbox/{id}} shows one of them, as it was sent to the operators.
 *
 * @param kept how long they are kept, in words
 * @param opened the one that is shown
 */
public record MailboxPage(
    Frame frame, String kept, List<Row> mails, Pager pager, Optional<Opened> opened)
    implements AdminModel {
  public MailboxPage {
    mails = List.copyOf(mails);
  }

  @Override
  public AdminPart part() {
    return AdminPart.MAILBOX;
  }

  public boolean hasMails() {
    return !mails.isEmpty();
  }

  @Override
  public boolean secret() {
    return true;
  }

  @Override
  public String toString() {
    return "MailboxPage[]";
  }

  /** One message in the list, without who wrote it. */
  public record Row(String href, String subject, String mailbox, boolean isNew, When at) {
    @Override
    public String toString() {
      return "Row[" + href + "]";
    }
  }

  /**
   * One message. What stands in it is whatever somebody wrote.
   *
   * @param delete where the form posts that deletes it: {@code csrf}
   */
  public record Opened(
      String subject, String from, String mailbox, String text, When at, String delete) {
    @Override
    public String toString() {
      return "Opened[]";
    }
  }
}
