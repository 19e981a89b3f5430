package postern.web.boards;

import java.util.Optional;
import postern.web.Count;
import postern.web.MemberName;
import postern.web.When;

/**
 * One thread in a list.
 *
 * @param href the thread at the first post that the viewer has not read, or at its start
 * @param board the board's title where the list holds threads of several boards
 * @param starter who began it
 * @param last who wrote last
 * @param unread true when something stands in it that the viewer has not seen
 * @param hidden true when only moderators see it
 */
public record ThreadRow(
    String title,
    String href,
    Optional<BoardLink> board,
    MemberName starter,
    MemberName last,
    When lastPosted,
    Count replies,
    boolean pinned,
    boolean locked,
    boolean hidden,
    boolean unread) {}
