package postern.web;

/** The part of the site that a page belongs to, marked in the navigation. */
public enum Section {
  BOARDS,
  LATEST,
  NOTICES,
  LETTERS,
  SEARCH,
  SETTINGS,
  MODERATION,
  ADMIN,
  SANDBOX,
  /** Pages outside of all parts: sign-in, errors, the policy. */
  NONE
}
