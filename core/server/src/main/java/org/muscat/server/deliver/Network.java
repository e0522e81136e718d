package org.muscat.server.deliver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.muscat.host.http.HttpSettings;
import org.muscat.host.http.Trust;
import org.muscat.server.deliver.DeliveryException.Reason;

/**
 * The way to targets: which certificates are trusted, and the proxy between, as {@code http} of the
 * configuration says. Takes nothing before the first request. Safe for any thread.
 */
final class Network {

  private final HttpSettings settings;
  private @Nullable HttpClient client;

  Network(HttpSettings settings) {
    this.settings = settings;
  }

  /**
   * What sends requests; it follows no redirect.
   *
   * @throws DeliveryException if the trusted certificates cannot be read
   */
  synchronized HttpClient client() {
    if (client == null) {
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(Sender.PATIENCE);
      if (!settings.trust().isEmpty()) {
        builder.sslContext(trusting());
      }
      settings.proxy().ifPresent(proxy -> builder.proxy(new Selector(proxy)));
      client = builder.build();
    }
    return client;
  }

  /**
   * A request with what the proxy wants to know, which reaches nobody else.
   *
   * @throws IllegalStateException if the password is not where it was
   */
  HttpRequest through(HttpRequest request) {
    Optional<String> credentials =
        settings.proxy().filter(proxy -> proxy.isFor(request.uri().getHost())).flatMap(Network::of);
    return credentials
        .map(
            value ->
                HttpRequest.newBuilder(request, (name, of) -> true)
                    .setHeader("Proxy-Authorization", value)
                    .build())
        .orElse(request);
  }

  /** What a message says of the way to an address; empty if there is nothing between. */
  String place(URI address) {
    return settings
        .proxy()
        .filter(proxy -> proxy.isFor(address.getHost()))
        .map(proxy -> " (by the proxy " + proxy.host() + ":" + proxy.port() + ")")
        .orElse("");
  }

  private static Optional<String> of(HttpSettings.Proxy proxy) {
    return proxy
        .username()
        .flatMap(
            user ->
                proxy
                    .password()
                    .map(
                        password ->
                            (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8)))
        .map(both -> "Basic " + Base64.getEncoder().encodeToString(both));
  }

  private SSLContext trusting() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {Trust.managerOf(settings.trust())}, null);
      return context;
    } catch (IllegalStateException e) {
      throw new DeliveryException(Reason.UNREACHABLE, String.valueOf(e.getMessage()), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform has no TLS", e);
    }
  }

  /** Sends all but some hosts through one proxy. */
  private static final class Selector extends ProxySelector {

    private final HttpSettings.Proxy proxy;

    Selector(HttpSettings.Proxy proxy) {
      this.proxy = proxy;
    }

    @Override
    public List<Proxy> select(URI uri) {
      return List.of(
          proxy.isFor(uri.getHost())
              ? new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.host(), proxy.port()))
              : Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // Whoever sends is told.
    }
  }
}
