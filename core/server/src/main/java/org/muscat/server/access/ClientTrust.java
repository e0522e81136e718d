package org.muscat.server.access;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Which certificates of clients are trusted. Immutable, thread-safe. */
final class ClientTrust implements X509TrustManager {

  private final Optional<X509TrustManager> authority;
  private final Set<String> names;

  private ClientTrust(Optional<X509TrustManager> authority, Collection<String> names) {
    this.authority = authority;
    this.names = Set.copyOf(names);
  }

  /** Any certificate will do; none tells who asks. */
  static ClientTrust inAnybody() {
    return new ClientTrust(Optional.empty(), List.of());
  }

  /**
   * Those that descend from one of some certificates, are valid now and may be of clients.
   *
   * @param names alternative names of which a certificate must have one; empty for any
   */
  static ClientTrust in(List<X509Certificate> authorities, Collection<String> names)
      throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException("there is no empty store of keys", e);
    }
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("authority-" + i, authorities.get(i));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager found) {
        return new ClientTrust(Optional.of(found), names);
      }
    }
    throw new GeneralSecurityException("this JDK verifies no certificates");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    if (authority.isEmpty()) {
      return;
    }
    authority.get().checkClientTrusted(chain, type);
    if (!names.isEmpty() && names(chain[0]).noneMatch(names::contains)) {
      throw new CertificateException("none of the names of this client is allowed");
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("this is for clients");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authority.map(X509TrustManager::getAcceptedIssuers).orElse(new X509Certificate[0]);
  }

  private static Stream<String> names(X509Certificate certificate)
      throws CertificateParsingException {
    @Nullable Collection<List<?>> all = certificate.getSubjectAlternativeNames();
    return all == null ? Stream.empty() : all.stream().map(name -> String.valueOf(name.get(1)));
  }
}
