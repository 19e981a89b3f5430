package postern.web.members;

import java.time.Instant;
import java.util.Optional;
import postern.Forum;
import postern.accounts.MemberView;
import postern.privacy.Election;
import postern.privacy.Reveal;
import postern.web.Postern;
import postern.web.Visit;

/** Says in words, and by the sign of the door, who sees whose address. */
public final class Doors {
  private final Forum forum;

  public Doors(Forum forum) {
    this.forum = forum;
  }

  /**
   * One door.
   *
   * @param address the address, where its owner shows it to this viewer now
   */
  public record Door(Postern postern, Optional<String> address, Optional<Instant> since) {
    @Override
    public String toString() {
      return "Door[hidden]";
    }
  }

  /** What this viewer sees of another member's address. */
  public Door toward(Visit visit, MemberView member) {
    var name = member.username();
    return switch (forum.foundation().vault().show(member.id(), visit.viewer())) {
      case Reveal.Shown(var address, var since) ->
          new Door(
              Postern.open(name + " shows you this address."),
              Optional.of(address.text()),
              Optional.of(since));
      case Reveal.Hidden _ ->
          closed(
              visit.guest()
                  ? name + " shows no address to visitors. Members can write to " + name + "."
                  : "%s does not show an address. You can write to %s, who will not see yours either."
                      .formatted(name, name));
      case Reveal.TooMany _ ->
          closed("You opened very many addresses just now. Come back in an hour.");
    };
  }

  /** What others see of one's own. */
  public Door own(Visit visit, MemberView member) {
    var election = forum.foundation().elections().of(member.id());
    if (election.election() == Election.MEMBERS) {
      return open("Every member sees your address here. Visitors do not.");
    }
    int named = election.named().size();
    return switch (named) {
      case 0 -> closed("Nobody sees your address. Members can write to you without it.");
      case 1 -> open("One member sees your address here, because you named them.");
      default -> open(named + " members see your address here, because you named them.");
    };
  }

  private static Door closed(String words) {
    return new Door(Postern.closed(words), Optional.empty(), Optional.empty());
  }

  private static Door open(String words) {
    return new Door(Postern.open(words), Optional.empty(), Optional.empty());
  }
}
