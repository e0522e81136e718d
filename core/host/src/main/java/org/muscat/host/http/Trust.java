package org.muscat.host.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Trusted certificates: those of the Java platform and more of one's own. */
public final class Trust {

  private Trust() {}

  /**
   * Trusts the certificates in files beside those of the platform.
   *
   * @param pemFiles each with one certificate or several
   * @throws IllegalStateException if a file cannot be read; names it
   */
  public static X509TrustManager managerOf(List<Path> pemFiles) {
    try {
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      int number = 0;
      for (X509Certificate known : manager(null).getAcceptedIssuers()) {
        all.setCertificateEntry("platform-" + number++, known);
      }
      for (Path file : pemFiles) {
        for (Certificate more : certificates(file)) {
          all.setCertificateEntry("own-" + number++, more);
        }
      }
      return manager(all);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("trusted certificates cannot be put together: " + e, e);
    }
  }

  private static Iterable<? extends Certificate> certificates(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(
          "the file of trusted certificates " + file + " is not readable PEM: " + e, e);
    }
  }

  private static X509TrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new GeneralSecurityException("the Java platform has no trust manager for X.509");
  }
}
