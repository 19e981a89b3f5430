package postern.web.threads;

import java.util.Optional;
import postern.threads.SafeHtml;
import postern.web.Link;
import postern.web.MemberName;
import postern.web.When;

/**
 * A post that waits for a moderator, as its author or a moderator sees it.
 *
 * @param place the thread or the board it is meant for
 * @param begins the title of the thread that it would begin
 * @param words that it waits, or that it was refused
 * @param why why it waits, for moderators
 * @param approve {@code /held/{id}/approve}, which takes {@code csrf}; for moderators
 * @param refuse {@code /held/{id}/refuse}, which takes {@code csrf} and {@code reason}
 * @param withdraw {@code /held/{id}/withdraw}, which takes {@code csrf}; for its author
 */
public record HeldView(
    String id,
    MemberName author,
    When at,
    Link place,
    Optional<String> begins,
    SafeHtml html,
    String words,
    Optional<String> why,
    Optional<String> approve,
    Optional<String> refuse,
    Optional<String> withdraw) {}
