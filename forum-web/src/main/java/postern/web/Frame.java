package postern.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param title the page's own name, also its main heading where the template does not say otherwise
 * @param me the member who looks, or nobody
 * @param csrf the token that each form of this session carries; none without a session
 * @param path the page's canonical path and query, starting with a slash
 * @param theme {@code light} or {@code dark} where the member chose one, otherwise none
 */
public record Frame(
    Site site,
    String title,
    Optional<Me> me,
    Optional<String> csrf,
    Section section,
    Optional<Flash> flash,
    String path,
    Optional<String> theme) {
  public Frame {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path starts with a slash");
    }
  }

  /** A page for somebody with no session, outside of all parts. */
  public static Frame plain(Site site, String title, String path) {
    return new Frame(
        site,
        title,
        Optional.empty(),
        Optional.empty(),
        Section.NONE,
        Optional.empty(),
        path,
        Optional.empty());
  }

  /** The same with one sentence above the page. */
  public Frame saying(Flash flash) {
    return new Frame(site, title, me, csrf, section, Optional.of(flash), path, theme);
  }

  /** The browser tab's words. */
  public String windowTitle() {
    return title.equals(site.name()) ? title : title + " · " + site.name();
  }

  public String canonical() {
    return site.origin() + path;
  }

  /** Every page but the search's own has its box at the top. */
  public boolean searchBox() {
    return section != Section.SEARCH;
  }

  /** The links at the top. */
  public List<NavigationLink> navigation() {
    var links = new ArrayList<NavigationLink>();
    links.add(link("Boards", "/", Section.BOARDS));
    links.add(link("Latest", "/latest", Section.LATEST));
    me.ifPresent(
        member -> {
          links.add(link("Notices", "/notices", Section.NOTICES).with(member.unreadNotices()));
          links.add(link("Letters", "/letters", Section.LETTERS).with(member.unreadLetters()));
        });
    if (site.sandbox()) {
      links.add(link("Sandbox", "/sandbox", Section.SANDBOX));
    }
    return List.copyOf(links);
  }

  private NavigationLink link(String text, String href, Section of) {
    return new NavigationLink(text, href, section == of, 0);
  }

  /**
   * One link at the top.
   *
   * @param unread how many new things wait there
   */
  public record NavigationLink(String text, String href, boolean here, long unread) {
    public boolean hasUnread() {
      return unread > 0;
    }

    /** The number as it fits into a mark. */
    public String mark() {
      return unread > 99 ? "99+" : Long.toString(unread);
    }

    private NavigationLink with(long count) {
      return new NavigationLink(text, href, here, count);
    }
  }
}
