package postern.notices;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import postern.kernel.MemberId;

/** Who is to be told of one thing, and why; in order of id, so that one script gives one result. */
final class Reasons {
  private final SortedMap<MemberId, EnumSet<NoticeKind>> byMember =
      new TreeMap<>(Comparator.comparingLong(MemberId::value));

  Reasons add(NoticeKind kind, Collection<MemberId> members) {
    members.forEach(
        member ->
            byMember.computeIfAbsent(member, _ -> EnumSet.noneOf(NoticeKind.class)).add(kind));
    return this;
  }

  void forEach(BiConsumer<MemberId, EnumSet<NoticeKind>> each) {
    byMember.forEach(each);
  }
}
