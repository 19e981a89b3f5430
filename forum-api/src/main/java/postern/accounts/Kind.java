package postern.accounts;

/** Whether a row of members is a person who signed up, or one whom an archive names. */
enum Kind {
  MEMBER,
  FORMER
}
