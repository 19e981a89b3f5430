package postern.accounts;

/** How the grant of a role ended. */
public sealed interface RoleGranted {
  record Done() implements RoleGranted {}

  record NoSuchMember() implements RoleGranted {}

  /** Somebody has to be left who can grant roles. */
  record LastAdministrator() implements RoleGranted {}
}
