package org.muscat.server.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.server.config.AccessConfig;

/**
 * Says who shows a bearer token (RFC 7519, signed). The claims {@code exp} and {@code roles} count,
 * {@code nbf} where it is there, and {@code iss} and {@code aud} where the configuration names
 * them. Thread-safe.
 */
final class BearerTokens {

  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final int LONGEST_NAME = 100;

  private final TokenKey key;
  private final AccessConfig.Tokens wanted;

  private BearerTokens(TokenKey key, AccessConfig.Tokens wanted) {
    this.key = key;
    this.wanted = wanted;
  }

  /** Empty if the file of the key is of no use, which is then among the problems. */
  static Optional<BearerTokens> read(
      AccessConfig.Tokens wanted, FilesRead files, Problems problems) {
    Place place = new Place(wanted.key().toString(), 0, "");
    Optional<byte[]> content = files.bytes(wanted.key(), place, problems);
    try {
      return content.map(bytes -> new BearerTokens(TokenKey.of(bytes), wanted));
    } catch (IllegalArgumentException e) {
      problems.add(place, wanted.key() + " " + e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Who shows a token.
   *
   * @param now the present moment
   * @throws Refusal if it proves nothing, with the reason and nothing of the token
   */
  Caller verify(String token, Instant now) {
    try {
      SignedJWT signed = SignedJWT.parse(token);
      if (!key.algorithm().equals(signed.getHeader().getAlgorithm())) {
        throw refused("is not signed by " + key.algorithm());
      }
      if (!signed.verify(key.verifier())) {
        throw refused("is signed with another key");
      }
      JWTClaimsSet claims = signed.getJWTClaimsSet();
      check(claims, now);
      return new Caller(name(claims.getSubject()), role(claims), Caller.Proof.TOKEN);
    } catch (ParseException | JOSEException | IllegalStateException e) {
      throw refused("is no signed JWT");
    }
  }

  private void check(JWTClaimsSet claims, Instant now) throws ParseException {
    @Nullable Date expires = claims.getExpirationTime();
    if (expires == null) {
      throw refused("does not say when it expires (exp)");
    }
    if (!now.isBefore(expires.toInstant().plus(SKEW))) {
      throw refused("has expired");
    }
    @Nullable Date notBefore = claims.getNotBeforeTime();
    if (notBefore != null && now.isBefore(notBefore.toInstant().minus(SKEW))) {
      throw refused("is not valid yet (nbf)");
    }
    if (wanted.issuer().isPresent() && !wanted.issuer().get().equals(claims.getIssuer())) {
      throw refused("was issued by somebody else (iss)");
    }
    @Nullable List<String> audience = claims.getAudience();
    if (wanted.audience().isPresent()
        && (audience == null || !audience.contains(wanted.audience().get()))) {
      throw refused("is meant for somebody else (aud)");
    }
  }

  /** The highest that it names; whoever has none may do what anybody may. */
  private static Role role(JWTClaimsSet claims) {
    Object roles = claims.getClaim("roles");
    Collection<?> named = roles instanceof Collection<?> several ? several : nothingOr(roles);
    return Arrays.stream(Role.values())
        .filter(role -> role != Role.OPEN)
        .filter(role -> named.contains(role.word()))
        .reduce(Role.OPEN, (one, higher) -> higher);
  }

  private static Collection<?> nothingOr(@Nullable Object single) {
    return single == null ? List.of() : List.of(single);
  }

  private static String name(@Nullable String subject) {
    String name = subject == null ? "" : subject;
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  private static Refusal refused(String why) {
    return Refusal.unauthenticated("the token " + why);
  }
}
