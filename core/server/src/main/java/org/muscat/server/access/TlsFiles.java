package org.muscat.server.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.TrustOptions;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;

/** Makes what Vert.x needs for TLS from the files that a web configuration names. */
final class TlsFiles {

  private static final List<String> TLS_1_3_SUITES =
      List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");
  private static final List<String> KEY_TYPES = List.of("RSA", "EC", "EdDSA");

  private final WebConfig web;
  private final WebConfig.Tls tls;
  private final FilesRead files;
  private final Problems problems;

  private TlsFiles(WebConfig web, WebConfig.Tls tls, FilesRead files, Problems problems) {
    this.web = web;
    this.tls = tls;
    this.files = files;
    this.problems = problems;
  }

  /** Empty if a file is of no use, which is then among the problems. */
  static Optional<ServerSSLOptions> read(
      WebConfig web, WebConfig.Tls tls, FilesRead files, Problems problems) {
    return new TlsFiles(web, tls, files, problems).read();
  }

  private Optional<ServerSSLOptions> read() {
    Optional<byte[]> certificate = bytes(tls.certificate());
    Optional<byte[]> key = bytes(tls.key());
    Optional<TrustOptions> trust = trust();
    if (certificate.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    PemKeyCertOptions pair =
        new PemKeyCertOptions()
            .setCertValue(Buffer.buffer(certificate.get()))
            .setKeyValue(Buffer.buffer(key.get()));
    if (!check(pair, certificate.get())) {
      return Optional.empty();
    }
    ServerSSLOptions options =
        new ServerSSLOptions()
            .setKeyCertOptions(pair)
            .setClientAuth(clientAuth())
            .setUseAlpn(web.http2())
            .setApplicationLayerProtocols(
                web.http2() ? List.of("h2", "http/1.1") : List.of("http/1.1"))
            .setEnabledSecureTransportProtocols(new LinkedHashSet<>(tls.versions()));
    trust.ifPresent(options::setTrustOptions);
    if (!tls.cipherSuites().isEmpty()) {
      tls.cipherSuites().forEach(options::addEnabledCipherSuite);
      TLS_1_3_SUITES.forEach(options::addEnabledCipherSuite);
    }
    return Optional.of(options);
  }

  private ClientAuth clientAuth() {
    if (tls.clientAuth() == WebConfig.ClientAuth.NO_CLIENT_CERT) {
      return ClientAuth.NONE;
    }
    return tls.clientAuth().required() ? ClientAuth.REQUIRED : ClientAuth.REQUEST;
  }

  private Optional<TrustOptions> trust() {
    if (tls.clientAuth() == WebConfig.ClientAuth.NO_CLIENT_CERT) {
      return Optional.empty();
    }
    if (!tls.clientAuth().verified()) {
      return Optional.of(TrustOptions.wrap(ClientTrust.inAnybody()));
    }
    Optional<Path> authority = tls.clientAuthority();
    Optional<byte[]> pem = authority.flatMap(this::bytes);
    try {
      return pem.isEmpty()
          ? Optional.empty()
          : Optional.of(
              TrustOptions.wrap(ClientTrust.in(certificates(pem.get()), tls.allowedNames())));
    } catch (GeneralSecurityException e) {
      problem(authority.orElseThrow(), "holds no certificates as PEM: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** A key that does not fit its certificate would only show when somebody connects. */
  private boolean check(PemKeyCertOptions pair, byte[] certificate) {
    try {
      List<X509Certificate> chain = certificates(certificate);
      if (!isPair(privateKey(pair), chain.get(0))) {
        problem(tls.key(), "is not the key of the certificate in " + tls.certificate());
        return false;
      }
      return true;
    } catch (Exception e) {
      // Vert.x declares no narrower one. No message quotes a key.
      problem(tls.key(), "and " + tls.certificate() + " are no key and certificate as PEM");
      return false;
    }
  }

  static List<X509Certificate> certificates(byte[] pem) throws GeneralSecurityException {
    List<X509Certificate> certificates =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(pem))
            .stream()
            .map(X509Certificate.class::cast)
            .toList();
    if (certificates.isEmpty()) {
      throw new GeneralSecurityException("there is no certificate");
    }
    return certificates;
  }

  private static PrivateKey privateKey(PemKeyCertOptions pair) throws Exception {
    for (KeyManager manager : pair.getKeyManagerFactory(null).getKeyManagers()) {
      X509KeyManager keys = (X509KeyManager) manager;
      for (String type : KEY_TYPES) {
        String[] aliases = keys.getServerAliases(type, null);
        if (aliases != null && aliases.length > 0) {
          return keys.getPrivateKey(aliases[0]);
        }
      }
    }
    throw new GeneralSecurityException("there is no private key");
  }

  private static boolean isPair(PrivateKey key, X509Certificate certificate)
      throws GeneralSecurityException {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    if (!certificate.getPublicKey().getAlgorithm().equals(key.getAlgorithm())) {
      return false;
    }
    byte[] something = {1, 2, 3};
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(something);
    byte[] signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    signature.update(something);
    return signature.verify(signed);
  }

  private Optional<byte[]> bytes(Path file) {
    return files.bytes(file, new Place(file.toString(), 0, ""), problems);
  }

  private void problem(Path file, String message) {
    problems.add(new Place(file.toString(), 0, ""), file + " " + message);
  }
}
