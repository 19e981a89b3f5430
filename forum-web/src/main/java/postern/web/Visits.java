package postern.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import postern.Forum;
import postern.kernel.Role;
import postern.kernel.Viewer;

/** Tells for each request who looks and what stands around the page. */
public final class Visits {
  private final Site site;
  private final Forum forum;

  public Visits(Site site, Forum forum) {
    this.site = site;
    this.forum = forum;
  }

  public Visit of(ContainerRequestContext request) {
    var viewer =
        request.getSecurityContext().getUserPrincipal() instanceof Viewer known
            ? known
            : Viewer.GUEST;
    var uri = request.getUriInfo();
    return new Visit(
        site,
        viewer,
        me(viewer),
        forum.sessions().edge().formTokens().of(request),
        Said.read(uri.getQueryParameters().getFirst(Said.PARAMETER)),
        uri.getRequestUri().getRawPath(),
        forum.foundation().sources().now());
  }

  private Optional<Me> me(Viewer viewer) {
    return switch (viewer) {
      case Viewer.Guest _ -> Optional.empty();
      case Viewer.Member member ->
          forum
              .foundation()
              .storage()
              .database()
              .read(tx -> forum.accounts().member(tx, member.id()))
              .map(
                  known ->
                      new Me(
                          MemberName.member(
                              known.username(),
                              known.displayName(),
                              known.role(),
                              known.avatarSeed()),
                          forum.letters().unread(member),
                          forum.notices().unread(member),
                          member.active() && member.role() != Role.MEMBER,
                          member.administers()));
    };
  }
}
