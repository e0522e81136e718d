package org.muscat.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.host.config.Problems;
import org.muscat.server.config.AccessConfig;
import org.muscat.server.fixture.Certificates;

class BearerTokensTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  private static KeyPair rsa;
  private static KeyPair curve;

  @BeforeAll
  static void makeKeys() throws NoSuchAlgorithmException {
    rsa = rsa(2048);
    curve = Certificates.keys();
  }

  @Test
  void shouldTakeWhatItsKeySigned() throws IOException, JOSEException {
    BearerTokens byRsa = tokens(Certificates.pem(rsa.getPublic()));
    BearerTokens byCurve = tokens(Certificates.pem(curve.getPublic()));
    BearerTokens bySecret = tokens(SECRET + "\n");

    Caller alice = new Caller("alice", Role.OPERATOR, Caller.Proof.TOKEN);
    assertThat(byRsa.verify(sign(JWSAlgorithm.RS256, signer(rsa), claims().build()), NOW))
        .isEqualTo(alice);
    assertThat(
            byCurve.verify(
                sign(
                    JWSAlgorithm.ES256,
                    new ECDSASigner((ECPrivateKey) curve.getPrivate()),
                    claims().build()),
                NOW))
        .isEqualTo(alice);
    assertThat(bySecret.verify(hmac(claims().build()), NOW)).isEqualTo(alice);
  }

  @Test
  void shouldTakeACertificateForItsKey() throws IOException, JOSEException {
    Certificates.Pair pair = Certificates.authority("tokens").issue("tokens");
    BearerTokens tokens = tokens(Certificates.pem(pair.certificate()));

    String token =
        sign(JWSAlgorithm.ES256, new ECDSASigner((ECPrivateKey) pair.key()), claims().build());

    assertThat(tokens.verify(token, NOW).name()).isEqualTo("alice");
  }

  @Test
  void shouldRefuseATokenThatNobodySigned() throws IOException {
    refuses(
        tokens(SECRET), new PlainJWT(claims().build()).serialize(), "the token is no signed JWT");
  }

  @Test
  void shouldNotTakeThePublicKeyForASecret() throws IOException, JOSEException {
    String pem = Certificates.pem(rsa.getPublic());
    BearerTokens tokens = tokens(pem);
    String forged =
        sign(
            JWSAlgorithm.HS256,
            new MACSigner(pem.getBytes(StandardCharsets.UTF_8)),
            claims().build());

    refuses(tokens, forged, "is not signed by RS256");
  }

  @Test
  void shouldRefuseAnotherAlgorithmOfTheSameKey() throws IOException, JOSEException {
    refuses(
        tokens(Certificates.pem(rsa.getPublic())),
        sign(JWSAlgorithm.RS512, signer(rsa), claims().build()),
        "is not signed by RS256");
  }

  @Test
  void shouldRefuseAnotherKey() throws IOException, JOSEException, NoSuchAlgorithmException {
    refuses(
        tokens(Certificates.pem(rsa.getPublic())),
        sign(JWSAlgorithm.RS256, signer(rsa(2048)), claims().build()),
        "is signed with another key");
  }

  @Test
  void shouldRefuseWhatWasChangedAfterwards() throws IOException, JOSEException {
    String[] parts = hmac(claims().claim("roles", "viewer").build()).split("\\.");
    String[] other = hmac(claims().claim("roles", "admin").build()).split("\\.");

    refuses(
        tokens(SECRET), parts[0] + "." + other[1] + "." + parts[2], "is signed with another key");
  }

  @ParameterizedTest
  @CsvSource({"expired, has expired", "endless, does not say when", "future, is not valid yet"})
  void shouldHeedTheTimesOfAToken(String which, String why) throws IOException, JOSEException {
    JWTClaimsSet.Builder claims = claims();
    switch (which) {
      case "expired" -> claims.expirationTime(Date.from(NOW.minusSeconds(60)));
      case "endless" -> claims.expirationTime(null);
      default -> claims.notBeforeTime(Date.from(NOW.plusSeconds(60)));
    }

    refuses(tokens(SECRET), hmac(claims.build()), why);
  }

  @Test
  void shouldDemandIssuerAndAudienceWhereTheyAreConfigured() throws IOException, JOSEException {
    BearerTokens tokens = tokens(SECRET, Optional.of("https://login"), Optional.of("muscat"));
    JWTClaimsSet.Builder right = claims().issuer("https://login").audience(List.of("x", "muscat"));

    assertThat(tokens.verify(hmac(right.build()), NOW).name()).isEqualTo("alice");
    refuses(tokens, hmac(right.issuer("https://evil").build()), "somebody else (iss)");
    refuses(tokens, hmac(claims().issuer("https://login").audience("y").build()), "(aud)");
    refuses(tokens, hmac(claims().issuer("https://login").build()), "(aud)");
  }

  @ParameterizedTest
  @CsvSource({"viewer, VIEWER", "admin, ADMIN", "root, OPEN", "ADMIN, OPEN"})
  void shouldGiveTheRoleThatIsNamed(String named, Role role) throws IOException, JOSEException {
    assertThat(tokens(SECRET).verify(hmac(claims().claim("roles", named).build()), NOW).role())
        .isEqualTo(role);
    assertThat(
            tokens(SECRET)
                .verify(hmac(claims().claim("roles", List.of("none", named)).build()), NOW)
                .role())
        .isEqualTo(role);
  }

  @ParameterizedTest
  @CsvSource({"''", "a", "a.b.c", "....", "e30.e30.e30"})
  void shouldRefuseWhatIsNoToken(String token) throws IOException {
    refuses(tokens(SECRET), token, "the token is no signed JWT");
  }

  @Test
  void shouldNotTakeAWeakOrAPrivateKey() throws IOException, NoSuchAlgorithmException {
    assertThat(problem("short")).endsWith("is a secret of less than 32 bytes");
    assertThat(problem(Certificates.pem(rsa(1024).getPublic()))).contains("less than 2048 bits");
    assertThat(problem(Certificates.pem(rsa.getPrivate())))
        .contains("a private key does not belong here")
        .doesNotContain("MII");
    assertThat(problem("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"))
        .contains("is not a key");
  }

  private static void refuses(BearerTokens tokens, String token, String why) {
    assertThatThrownBy(() -> tokens.verify(token, NOW))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(why)
        .extracting(refusal -> ((Refusal) refusal).status())
        .isEqualTo(401);
  }

  private BearerTokens tokens(String key) throws IOException {
    return tokens(key, Optional.empty(), Optional.empty());
  }

  private BearerTokens tokens(String key, Optional<String> issuer, Optional<String> audience)
      throws IOException {
    Problems problems = new Problems();
    Path file = Files.writeString(folder.resolve("key"), key);
    Optional<BearerTokens> tokens =
        BearerTokens.read(
            new AccessConfig.Tokens(file, issuer, audience), new FilesRead(), problems);
    assertThat(problems.all()).isEmpty();
    return tokens.orElseThrow();
  }

  private String problem(String key) throws IOException {
    Problems problems = new Problems();
    Path file = Files.writeString(folder.resolve("key"), key);
    assertThat(
            BearerTokens.read(
                new AccessConfig.Tokens(file, Optional.empty(), Optional.empty()),
                new FilesRead(),
                problems))
        .isEmpty();
    return problems.all().get(0).message();
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .subject("alice")
        .expirationTime(Date.from(NOW.plusSeconds(600)))
        .claim("roles", List.of("viewer", "operator"));
  }

  private static String hmac(JWTClaimsSet claims) throws JOSEException {
    return sign(JWSAlgorithm.HS256, new MACSigner(SECRET), claims);
  }

  private static String sign(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
      throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
    token.sign(signer);
    return token.serialize();
  }

  private static JWSSigner signer(KeyPair keys) {
    return new RSASSASigner(keys.getPrivate());
  }

  private static KeyPair rsa(int bits) throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }
}
