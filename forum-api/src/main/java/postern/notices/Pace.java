package postern.notices;

/** When notices are mailed to those who asked for that. */
public enum Pace {
  /** The first at once; what comes soon after it is collected into one mail. */
  SOON,
  /** One mail a day, when there is something to tell. */
  DAILY
}
