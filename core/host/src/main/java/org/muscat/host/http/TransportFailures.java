package org.muscat.host.http;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.proxy.ProxyConnectException;
import io.vertx.core.http.HttpClosedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.muscat.spi.FeedException.Reason;

/** Says what an exception of the network means. */
final class TransportFailures {

  private static final int MOST_CAUSES = 20;

  private TransportFailures() {}

  static TransportException of(Throwable thrown) {
    List<Throwable> chain = chain(thrown);
    Throwable root = chain.get(chain.size() - 1);
    Optional<Throwable> certificate =
        chain.stream().filter(TransportFailures::isAboutACertificate).reduce((a, b) -> b);
    if (thrown instanceof TransportException known) {
      return known;
    }
    if (certificate.isPresent()) {
      return new TransportException(
          Reason.UNTRUSTED, "its certificate is no proof: " + text(certificate.get()), false);
    }
    if (any(chain, ProxyConnectException.class)) {
      return unreachable("the proxy does not connect to it: " + text(root), true);
    }
    if (any(chain, SSLException.class)) {
      return unreachable("no secure connection to it: " + text(root), false);
    }
    if (any(chain, UnknownHostException.class)) {
      return unreachable("its host name is not known: " + text(root), true);
    }
    if (any(chain, ConnectException.class)) {
      return unreachable("no connection to it: " + text(root), true);
    }
    if (any(chain, HttpClosedException.class)) {
      return unreachable("it hung up before its answer was whole", true);
    }
    if (any(chain, DecoderException.class) || root instanceof IllegalArgumentException) {
      return new TransportException(
          Reason.BAD_DATA, "what it answers is no HTTP: " + text(root), false);
    }
    return unreachable("the connection broke: " + text(root), true);
  }

  private static TransportException unreachable(String message, boolean passing) {
    return new TransportException(Reason.UNREACHABLE, message, passing);
  }

  private static boolean isAboutACertificate(Throwable thrown) {
    return thrown instanceof CertificateException
        || thrown instanceof CertPathValidatorException
        || thrown instanceof CertPathBuilderException;
  }

  private static boolean any(List<Throwable> chain, Class<? extends Throwable> type) {
    return chain.stream().anyMatch(type::isInstance);
  }

  private static List<Throwable> chain(Throwable thrown) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable next = thrown; next != null && chain.size() < MOST_CAUSES; ) {
      chain.add(next);
      next = next.getCause();
    }
    return chain;
  }

  private static String text(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
  }
}
