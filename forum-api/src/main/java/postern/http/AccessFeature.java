package postern.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import postern.kernel.Role;
import postern.kernel.Standing;
import postern.kernel.Viewer;

/** Puts the check of its declared access before every endpoint. */
public final class AccessFeature implements DynamicFeature {
  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    var access = resource.getResourceMethod().getAnnotation(Access.class);
    if (access != null) {
      context.register(new Check(access));
    }
  }

  @Priority(Priorities.AUTHORIZATION)
  private record Check(Access access) implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      var viewer = (Viewer) request.getSecurityContext().getUserPrincipal();
      switch (viewer) {
        case Viewer.Guest _ -> {
          if (access.value() != Who.ANYONE) {
            throw Problem.of(401, "sign-in-needed", "Sign in first.").thrown();
          }
        }
        case Viewer.Member member -> require(member);
      }
    }

    private void require(Viewer.Member member) {
      if (access.value() == Who.ANYONE && member.scopes().isEmpty()) {
        return;
      }
      if (!member.scopes().contains(access.scope())) {
        throw Problem.of(403, "scope-missing", "This token was not made for that.").thrown();
      }
      boolean allowed =
          switch (access.value()) {
            case ANYONE, ANY_STANDING -> member.standing() != Standing.ERASED;
            case MEMBER -> member.standing() == Standing.ACTIVE || reads(member);
            case MODERATOR -> member.standing() == Standing.ACTIVE && member.role() != Role.MEMBER;
            case ADMINISTRATOR -> member.administers();
          };
      if (!allowed) {
        throw refusal(member).thrown();
      }
    }

    // A silenced member still reads, and may use every page; the rooms' policies refuse what they
    // would write.
    private static boolean reads(Viewer.Member member) {
      return member.standing() == Standing.SILENCED;
    }

    private static Problem refusal(Viewer.Member member) {
      return member.standing() == Standing.SUSPENDED
          ? Problem.of(
              403, "suspended", "Your account is suspended. Your settings say why and until when.")
          : Problem.of(403, "not-allowed", "You may not do this.");
    }
  }
}
