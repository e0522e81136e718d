package org.muscat.server.access;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.server.config.AccessConfig;

/** How a command trusts the server of the same configuration: by its certificate alone. */
public final class OwnCertificate {

  private OwnCertificate() {}

  /**
   * Reads the certificate that the web configuration names.
   *
   * @return empty if there is no TLS, or something is wrong, which is then among the problems
   */
  public static Optional<SSLContext> context(AccessConfig config, Problems problems) {
    FilesRead files = new FilesRead();
    return config
        .webConfig()
        .map(file -> WebConfigReader.read(file, files, problems))
        .flatMap(WebConfig::tls)
        .flatMap(tls -> context(tls, files, problems));
  }

  private static Optional<SSLContext> context(
      WebConfig.Tls tls, FilesRead files, Problems problems) {
    Place place = new Place(tls.certificate().toString(), 0, "");
    return files
        .bytes(tls.certificate(), place, problems)
        .flatMap(
            pem -> {
              try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(
                    null,
                    new TrustManager[] {new OneServer(TlsFiles.certificates(pem).get(0))},
                    new SecureRandom());
                return Optional.of(context);
              } catch (GeneralSecurityException e) {
                problems.add(place, "there is no certificate as PEM in it");
                return Optional.empty();
              }
            });
  }

  /** Trusts the server that shows one certificate, whatever its name and age. */
  private static final class OneServer implements X509TrustManager {

    private final X509Certificate known;

    private OneServer(X509Certificate known) {
      this.known = known;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("this is for servers");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      if (chain.length == 0 || !chain[0].equals(known)) {
        throw new CertificateException("this is not the certificate of the configuration");
      }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
