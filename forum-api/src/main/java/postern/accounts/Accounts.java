package postern.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import postern.accounts.MembersDao.NewMember;
import postern.jobs.Jobs;
import postern.kernel.EmailAddress;
import postern.kernel.MemberId;
import postern.kernel.Role;
import postern.kernel.Slice;
import postern.kernel.Sources;
import postern.kernel.Standing;
import postern.kernel.Username;
import postern.kernel.Viewer;
import postern.privacy.AddressVault;
import postern.privacy.Elections;
import postern.storage.Database;
import postern.storage.Tx;

/**
 * The door to who the members are; its further doors hold sign-up, passwords, addresses and
 * profiles.
 */
public final class Accounts {
  private static final int AUTHORS_AT_ONCE = 1000;
  private static final int TERMS_AT_ONCE = 200;

  private final Database database;
  private final Sources sources;
  private final AddressVault vault;
  private final Jobs jobs;
  private final PasswordHashes hashes;
  private final Duties duties;
  private final SignUps signUps;
  private final Passwords passwords;
  private final Addresses addresses;
  private final Profiles profiles;
  private final FormerAuthors formerAuthors;

  private Accounts(Surroundings around, AccountSettings settings) {
    this.database = around.database();
    this.sources = around.sources();
    this.vault = around.vault();
    this.jobs = around.jobs();
    this.duties = new Duties(sources, jobs);
    this.hashes =
        new PasswordHashes(
            sources.randomness(), settings.hashesAtATime(), settings.hashWait().toJavaDuration());
    this.signUps = new SignUps(around, settings, this, hashes);
    this.passwords = new Passwords(around, settings, hashes, signUps);
    this.addresses = new Addresses(around, settings, hashes, passwords);
    this.profiles = new Profiles(around, settings);
    this.formerAuthors = new FormerAuthors(around, this);
  }

  public static Accounts of(Surroundings around, AccountSettings settings) {
    var accounts = new Accounts(around, settings);
    around.jobs().every("end-terms", Duration.ofMinutes(1), accounts::endTerms);
    return accounts;
  }

  /** A term counts no more from its end on; this writes it into the row and tells those above. */
  public void endTerms() {
    database.run(tx -> duties.endTerms(tx, TERMS_AT_ONCE));
  }

  /** This room's part of the JSON API. */
  public List<Object> resources(Elections elections) {
    return List.of(
        new AccountsResource(this),
        new MeResource(database, this, elections),
        new MyAddressesResource(database, this),
        new MembersResource(this, vault));
  }

  public SignUps signUps() {
    return signUps;
  }

  public Passwords passwords() {
    return passwords;
  }

  public Addresses addresses() {
    return addresses;
  }

  public Profiles profiles() {
    return profiles;
  }

  public FormerAuthors formerAuthors() {
    return formerAuthors;
  }

  /** The member with this id, whatever their standing; empty for former authors too. */
  public Optional<MemberView> member(Tx tx, MemberId id) {
    return tx.dao(MembersDao.class).member(id).map(row -> row.view(sources.now()));
  }

  /**
   * The member with this name, whatever their standing; empty for who was erased, for former
   * authors and for names that nobody has.
   */
  public Optional<MemberView> find(Tx tx, Username username) {
    return tx.dao(MembersDao.class)
        .named(username)
        .filter(row -> row.kind() == Kind.MEMBER && row.standing() != Standing.ERASED)
        .map(row -> row.view(sources.now()));
  }

  public Optional<MemberView> find(Username username) {
    return database.read(tx -> find(tx, username));
  }

  /**
   * The members among these names, whatever their standing but erased; names of nobody are absent.
   */
  public Map<Username, MemberId> among(Set<Username> names) {
    return names.isEmpty()
        ? Map.of()
        : database.read(
            tx ->
                names.stream()
                    .flatMap(name -> find(tx, name).stream())
                    .collect(Collectors.toMap(MemberView::username, MemberView::id)));
  }

  /**
   * Whom to name as the writer, members and former authors alike, by the ids that were asked for.
   */
  public Map<MemberId, Author> authors(Tx tx, Collection<MemberId> ids) {
    var asked = ids.stream().map(MemberId::value).distinct().toList();
    var found = new HashMap<MemberId, Author>();
    for (int from = 0; from < asked.size(); from += AUTHORS_AT_ONCE) {
      var some = asked.subList(from, Math.min(asked.size(), from + AUTHORS_AT_ONCE));
      tx.reading(Set.of(), () -> tx.dao(MembersDao.class).authors(some))
          .forEach(row -> found.put(row.asked(), author(row.author())));
    }
    return Map.copyOf(found);
  }

  /**
   * @throws IllegalStateException when there is no such row, which is a bug: members are never
   *     deleted
   */
  public Author author(Tx tx, MemberId id) {
    return Optional.ofNullable(authors(tx, List.of(id)).get(id))
        .orElseThrow(() -> new IllegalStateException("an author is missing"));
  }

  /** The writer with this name, former authors too: for pages that list what somebody wrote. */
  public Optional<Author> author(Tx tx, Username username) {
    return tx.dao(MembersDao.class).named(username).map(row -> author(tx, row.id()));
  }

  /** This member and the former authors whose posts they claimed. */
  public List<MemberId> identities(Tx tx, MemberId id) {
    return tx.dao(MembersDao.class).identities(id);
  }

  /**
   * Names of members that start so, in order, for completing a mention; none for fewer than two
   * characters.
   */
  public List<Username> startingWith(String prefix, int limit) {
    if (!prefix.matches("[a-z0-9][a-z0-9-]{1,29}")) {
      return List.of();
    }
    return database.read(tx -> tx.dao(MembersDao.class).startingWith(prefix, prefix + "~", limit));
  }

  /**
   * Members by username, for administrators; none for anybody else.
   *
   * @param prefix what the username begins with; empty for all
   * @param after the last username of the page before; empty for the first page
   */
  public Slice<MemberView> list(Viewer viewer, String prefix, String after, int limit) {
    if (!viewer.administers() || !prefix.matches("[a-z0-9-]{0,30}")) {
      return new Slice<>(List.of(), false);
    }
    return database.read(
        tx ->
            Slice.of(tx.dao(MembersDao.class).list(prefix, prefix + "~", after, limit + 1), limit)
                .map(row -> row.view(sources.now())));
  }

  /** How many members there are and were. */
  public int count() {
    return database.read(tx -> tx.dao(MembersDao.class).count());
  }

  /** Counts posts written, or with a negative number posts that are gone. */
  public void addPosts(Tx tx, MemberId id, int count) {
    tx.changing(Set.of(), () -> tx.dao(MembersDao.class).addPosts(id, count));
  }

  /** True while nobody has ever been a member here. */
  public boolean empty() {
    return database.read(tx -> tx.dao(MembersDao.class).count()) == 0;
  }

  /** Makes a member without a mail's confirmation: the operators answer for the address. */
  public Created createMember(
      Username username, EmailAddress address, Password password, Role role) {
    var weak = PasswordPolicy.refusal(password, username, Optional.of(address));
    if (weak.isPresent()) {
      return new Created.WeakPassword(weak.get());
    }
    var hash = hashes.hash(password);
    return database.write(
        tx -> {
          if (username.reserved() || Names.formers(username)) {
            return new Created.UsernameTaken();
          }
          if (tx.dao(MembersDao.class).nameTaken(username) > 0) {
            return new Created.UsernameTaken();
          }
          var kept = vault.keep(tx, address);
          var id = new MemberId(sources.ids().next());
          if (vault.owner(tx, kept).isPresent() || !vault.confirm(tx, kept, id)) {
            return new Created.AddressTaken();
          }
          tx.dao(MembersDao.class).takeName(username, null);
          insert(tx, id, username, hash, role);
          jobs.publish(tx, new AddressConfirmed(id, kept));
          return new Created.Member(id);
        });
  }

  /**
   * Gives a role and writes down who did it and why; one administrator always stays.
   *
   * @param by empty when it is done from the command line
   */
  public RoleGranted grantRole(
      Tx tx, Optional<MemberId> by, MemberId whom, Role role, String reason) {
    return duties.grant(tx, by, whom, role, reason);
  }

  public RoleGranted grantRole(Optional<MemberId> by, MemberId whom, Role role, String reason) {
    return database.write(tx -> duties.grant(tx, by, whom, role, reason));
  }

  public List<RoleChange> roleChanges(MemberId member) {
    return database.read(tx -> tx.dao(MembersDao.class).roleChanges(member));
  }

  /**
   * Silences, suspends or restores; holds from the member's next request on.
   *
   * @param by who decided it, which is written down; empty when it is done from the command line
   * @param until empty for without end
   * @param reason what the member is told
   * @return false when there is no such member
   */
  public boolean setStanding(
      Tx tx,
      Optional<MemberId> by,
      MemberId whom,
      Standing standing,
      Optional<Instant> until,
      String reason) {
    return duties.setStanding(tx, by, whom, standing, until, reason);
  }

  /** As the operators do it. */
  public boolean suspend(MemberId whom, Optional<Instant> until, String reason) {
    return database.write(
        tx -> setStanding(tx, Optional.empty(), whom, Standing.SUSPENDED, until, reason));
  }

  /** Who silenced, suspended or restored a member, the last first. */
  public List<StandingChange> standingChanges(MemberId member) {
    return database.read(tx -> tx.dao(MembersDao.class).standingChanges(member));
  }

  long hashesComputed() {
    return hashes.computed();
  }

  void insert(Tx tx, MemberId id, Username username, String passwordHash, Role role) {
    var now = sources.now();
    var member =
        new NewMember(
            id,
            Kind.MEMBER,
            username,
            null,
            Names.seed(sources.randomness()),
            role,
            now,
            passwordHash,
            now,
            null);
    // Nothing shows whoever is only now there.
    tx.changing(Set.of(), () -> tx.dao(MembersDao.class).insert(member));
    jobs.publish(tx, new MemberJoined(id));
  }

  private Author author(MembersDao.Row row) {
    var standing = row.standingAt(sources.now());
    boolean erased = standing == Standing.ERASED;
    return new Author(
        row.id(),
        row.username(),
        erased ? Optional.of(Names.FORMER_MEMBER) : row.displayName(),
        row.kind() == Kind.FORMER,
        row.role(),
        standing,
        row.avatarSeed());
  }
}
