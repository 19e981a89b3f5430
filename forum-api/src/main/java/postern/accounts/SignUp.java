package postern.accounts;

import postern.kernel.EmailAddress;
import postern.kernel.Username;

/**
 * What somebody gives who wants to become a member.
 *
 * @param ofAge their answer to the neutral question of age
 */
public record SignUp(Username username, EmailAddress address, Password password, boolean ofAge) {}
