package postern.sessions;

import java.time.Instant;
import postern.kernel.MemberId;
import postern.kernel.Token;

/** A session that has just begun: the one moment at which its secret is known. */
public record NewSession(SessionId id, MemberId member, Token token, Instant expiresAt) {}
