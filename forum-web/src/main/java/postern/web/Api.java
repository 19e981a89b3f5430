package postern.web;

import io.dropwizard.core.setup.Environment;
import java.util.Optional;
import postern.Forum;
import postern.boards.BoardsResource;
import postern.delivery.MailAdminResource;
import postern.delivery.SandboxApiResource;
import postern.http.Edge;
import postern.http.ProblemPages;
import postern.intake.OperatorsMailboxResource;
import postern.letters.HeldLettersResource;
import postern.letters.LetterReportsResource;
import postern.letters.LettersResource;
import postern.notices.NoticeRulesResource;
import postern.notices.NoticesResource;
import postern.search.SearchResource;
import postern.threads.ThreadsEdge;

/** Hands the rooms' JSON endpoints to the application. */
final class Api {
  private Api() {}

  static void register(Forum forum, Environment environment, Optional<ProblemPages> pages) {
    Edge.configure(environment.getObjectMapper());
    forum.foundation().edge().register(environment.jersey(), pages);
    var jersey = environment.jersey();
    var origin = forum.foundation().settings().edge().origin();
    forum.sessions().edge().register(jersey);
    forum.accounts().resources(forum.foundation().elections()).forEach(jersey::register);
    forum.sessions().resources().forEach(jersey::register);
    var threads = new ThreadsEdge(forum.discussions(), origin);
    threads.register(jersey);
    forum.moderation().resources(origin).forEach(jersey::register);
    jersey.register(new LettersResource(forum.letters()));
    jersey.register(new HeldLettersResource(forum.letters().held()));
    jersey.register(new LetterReportsResource(forum.letters()));
    jersey.register(new NoticesResource(forum.notices(), origin));
    jersey.register(new NoticeRulesResource(forum.notices()));
    jersey.register(new SandboxApiResource(forum.foundation().delivery().sandbox()));
    jersey.register(new MailAdminResource(forum.foundation().delivery().queue()));
    jersey.register(new OperatorsMailboxResource(forum.intake().operators()));
    jersey.register(new SearchResource(forum.searches(), origin));
    jersey.register(new BoardsResource(forum.boards(), threads::figures));
  }
}
