package org.muscat.server.deliver;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.muscat.server.deliver.DeliveryException.Reason;

/**
 * How one request ended.
 *
 * @param reason why it was not taken; empty if it was
 * @param said what happened, as a clause
 * @param mayPass whether another try may succeed
 * @param pause how long the other side wants to be left alone, if it says so
 */
record Attempt(Optional<Reason> reason, String said, boolean mayPass, Optional<Duration> pause) {

  private static final int MOST_CAUSES = 10;
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;
  private static final int PROXY_UNAUTHORISED = 407;
  private static final int TOO_MANY = 429;

  /**
   * An answer.
   *
   * @param body its beginning, in one line
   */
  static Attempt answered(int status, String body, Optional<Duration> pause) {
    String said = "it answers " + status + (body.isEmpty() ? "" : ": " + body);
    if (status / 100 == 2) {
      return new Attempt(Optional.empty(), said, false, Optional.empty());
    }
    if (status / 100 == 5 || status == TOO_MANY) {
      return new Attempt(Optional.of(Reason.UNREACHABLE), said, true, pause);
    }
    if (status == UNAUTHORISED || status == FORBIDDEN) {
      return failed(Reason.UNAUTHORISED, "it does not take the credentials; " + said);
    }
    if (status == PROXY_UNAUTHORISED) {
      return failed(
          Reason.UNAUTHORISED, "the proxy on the way does not take its credentials; " + said);
    }
    if (status / 100 == 3) {
      return failed(
          Reason.REJECTED,
          said + "; redirects are not followed: name the address that it points to");
    }
    return failed(Reason.REJECTED, said);
  }

  /** No answer. */
  static Attempt broken(IOException failure) {
    if (has(failure, UnresolvedAddressException.class)) {
      return passing("the name of its host is not known");
    }
    if (has(failure, SSLException.class)) {
      return failed(Reason.UNREACHABLE, "there is no secure connection to it: " + text(failure));
    }
    if (has(failure, HttpTimeoutException.class)) {
      return passing("it did not answer within " + Sender.PATIENCE.toSeconds() + " s");
    }
    if (has(failure, ConnectException.class)) {
      return passing("nobody listens there");
    }
    return passing("the connection broke: " + text(failure));
  }

  /** The same, which says where it happened; an empty place says nothing. */
  Attempt at(String place) {
    return new Attempt(reason, said + place, mayPass, pause);
  }

  private static Attempt passing(String said) {
    return new Attempt(Optional.of(Reason.UNREACHABLE), said, true, Optional.empty());
  }

  private static Attempt failed(Reason reason, String said) {
    return new Attempt(Optional.of(reason), said, false, Optional.empty());
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    @Nullable Throwable next = failure;
    for (int i = 0; next != null && i < MOST_CAUSES; i++) {
      if (type.isInstance(next)) {
        return true;
      }
      next = next.getCause();
    }
    return false;
  }

  private static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
