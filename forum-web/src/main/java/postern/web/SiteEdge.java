package postern.web;

import io.dropwizard.core.setup.Environment;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.Optional;
import org.glassfish.jersey.server.ServerProperties;
import postern.Forum;
import postern.http.ProblemPages;
import postern.web.about.AboutRoom;
import postern.web.about.Operator;
import postern.web.accounts.AccountRoom;
import postern.web.admin.AdminRoom;
import postern.web.boards.BoardRoom;
import postern.web.crawlers.CrawlerRoom;
import postern.web.errors.ErrorPages;
import postern.web.feeds.FeedRoom;
import postern.web.kept.KeptPages;
import postern.web.letters.LetterRoom;
import postern.web.members.MemberRoom;
import postern.web.moderation.ModerationRoom;
import postern.web.notices.NoticeRoom;
import postern.web.sandbox.SandboxResource;
import postern.web.search.SearchRoom;
import postern.web.settings.SettingsRoom;
import postern.web.threads.ThreadRoom;

/** Hands the site's pages to the application. */
final class SiteEdge {
  private SiteEdge() {}

  /**
   * Returns how a problem looks on the site.
   *
   * @param kept octets of memory for pages that are kept for visitors
   */
  static ProblemPages register(
      Forum forum, ForumConfiguration.SiteSection settings, long kept, Environment environment) {
    var jersey = environment.jersey();
    var assets = Assets.read();
    var pages = Pages.compiled();
    var site = site(forum, settings, assets);
    var visits = new Visits(site, forum);
    var people = new People(forum.foundation().storage().database(), forum.accounts());
    var desk = new Desk(forum, visits, new Answers(pages), people);

    environment
        .servlets()
        .addFilter("security-headers", new SecurityHeaders(site.origin()))
        .addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    environment
        .servlets()
        .addFilter(
            "kept-pages", new KeptPages(forum.foundation().storage().database().changes(), kept))
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    // A proxy in front may speak https where we speak http: addresses in Location stay paths.
    jersey.property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true);
    jersey.register(new PageWriter(pages));
    jersey.register(new AssetsResource(assets));
    BoardRoom.resources(desk).forEach(jersey::register);
    ThreadRoom.resources(desk).forEach(jersey::register);
    AccountRoom.resources(desk).forEach(jersey::register);
    SettingsRoom.resources(desk).forEach(jersey::register);
    SearchRoom.resources(desk).forEach(jersey::register);
    MemberRoom.resources(desk).forEach(jersey::register);
    FeedRoom.resources(desk).forEach(jersey::register);
    CrawlerRoom.resources(desk).forEach(jersey::register);
    LetterRoom.resources(desk).forEach(jersey::register);
    NoticeRoom.resources(desk).forEach(jersey::register);
    ModerationRoom.resources(desk).forEach(jersey::register);
    AdminRoom.resources(desk).forEach(jersey::register);
    jersey.register(new SandboxResource(desk));
    AboutRoom.resources(desk, new Operator(settings.operator(), settings.contact()))
        .forEach(jersey::register);
    return new ErrorPages(pages, site, visits);
  }

  private static Site site(Forum forum, ForumConfiguration.SiteSection settings, Assets assets) {
    return new Site(
        settings.name(),
        forum.foundation().settings().edge().origin().toString(),
        assets.base(),
        Optional.of(settings.contact()).filter(contact -> !contact.isBlank()),
        true,
        forum.foundation().delivery().sandbox().isPresent());
  }
}
