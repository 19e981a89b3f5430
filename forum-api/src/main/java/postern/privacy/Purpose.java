package postern.privacy;

/**
 * For what personal data may be read (clause 5 of the policy). Each field names those it serves.
 */
public enum Purpose {
  /** To give the service that its owner asked for, and to show it to its owner. */
  SERVICE,
  /** To check who may enter. */
  ACCESS,
  /** To send notices that its owner opted in to. */
  NOTICES,
  /** To improve the site. */
  IMPROVEMENT
}
