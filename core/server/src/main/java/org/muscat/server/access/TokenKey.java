package org.muscat.server.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What bearer tokens are checked with. The kind of the key alone decides on the algorithm: what a
 * token says of itself must be the same. Immutable, thread-safe.
 */
final class TokenKey {

  private static final int SHORTEST_SECRET = 32;
  private static final int SHORTEST_RSA = 2048;
  private static final int EC_BITS = 256;
  private static final Pattern PUBLIC_KEY =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

  private final JWSAlgorithm algorithm;
  private final JWSVerifier verifier;

  private TokenKey(JWSAlgorithm algorithm, JWSVerifier verifier) {
    this.algorithm = algorithm;
    this.verifier = verifier;
  }

  /**
   * Reads the content of a file.
   *
   * @throws IllegalArgumentException if it is none; the message quotes nothing of it
   */
  static TokenKey of(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1).strip();
    try {
      return text.startsWith("-----BEGIN") ? ofPublicKey(publicKey(text)) : ofSecret(content);
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalArgumentException("is not a key that tokens can be checked with", e);
    }
  }

  JWSAlgorithm algorithm() {
    return algorithm;
  }

  JWSVerifier verifier() {
    return verifier;
  }

  private static TokenKey ofPublicKey(PublicKey key) throws JOSEException {
    if (key instanceof RSAPublicKey rsa) {
      if (rsa.getModulus().bitLength() < SHORTEST_RSA) {
        throw new IllegalArgumentException("is an RSA key of less than 2048 bits");
      }
      return new TokenKey(JWSAlgorithm.RS256, new RSASSAVerifier(rsa));
    }
    if (key instanceof ECPublicKey ec
        && ec.getParams().getCurve().getField().getFieldSize() == EC_BITS) {
      return new TokenKey(JWSAlgorithm.ES256, new ECDSAVerifier(ec));
    }
    throw new IllegalArgumentException("is neither an RSA key nor one of the curve P-256");
  }

  private static TokenKey ofSecret(byte[] content) throws JOSEException {
    byte[] secret = content;
    while (secret.length > 0 && (secret[secret.length - 1] == '\n' || isReturn(secret))) {
      secret = Arrays.copyOf(secret, secret.length - 1);
    }
    if (secret.length < SHORTEST_SECRET) {
      throw new IllegalArgumentException("is a secret of less than 32 bytes");
    }
    return new TokenKey(JWSAlgorithm.HS256, new MACVerifier(secret));
  }

  private static boolean isReturn(byte[] secret) {
    return secret[secret.length - 1] == '\r';
  }

  private static PublicKey publicKey(String text) throws GeneralSecurityException {
    if (text.startsWith("-----BEGIN CERTIFICATE-----")) {
      return TlsFiles.certificates(text.getBytes(StandardCharsets.ISO_8859_1))
          .get(0)
          .getPublicKey();
    }
    Matcher matcher = PUBLIC_KEY.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "is PEM and not a public key; a private key does not belong here");
    }
    X509EncodedKeySpec encoded =
        new X509EncodedKeySpec(Base64.getMimeDecoder().decode(matcher.group(1)));
    try {
      return KeyFactory.getInstance("RSA").generatePublic(encoded);
    } catch (GeneralSecurityException e) {
      return KeyFactory.getInstance("EC").generatePublic(encoded);
    }
  }
}
