package org.muscat.server.deliver;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.muscat.host.http.RetryAfter;
import org.muscat.server.deliver.DeliveryException.Reason;

/**
 * Sends requests until they are taken, or for as long as is reasonable. It follows no redirect, for
 * what it carries is for the address that it was given.
 */
final class Sender {

  /** For one answer. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration PATIENCE_FOR_TEXT = Duration.ofSeconds(2);
  private static final int MOST_OF_A_BODY = 400;

  private final Network network;
  private final Patience patience;

  Sender(Network network, Patience patience) {
    this.network = network;
    this.patience = patience;
  }

  /**
   * Sends a request, the very same again if need be.
   *
   * @throws DeliveryException if it was not taken
   */
  void send(HttpRequest request) {
    Instant end = patience.end();
    int tries = 1;
    Attempt attempt = attempt(request);
    while (attempt.mayPass() && patience.again(tries, attempt.pause(), end)) {
      tries++;
      attempt = attempt(request);
    }
    if (attempt.reason().isPresent()) {
      throw new DeliveryException(
          attempt.reason().get(), attempt.said() + (tries == 1 ? "" : " (" + tries + " tries)"));
    }
  }

  private Attempt attempt(HttpRequest request) {
    try {
      HttpResponse<InputStream> answer =
          network
              .client()
              .send(network.through(request), HttpResponse.BodyHandlers.ofInputStream());
      Instant now = patience.now();
      Optional<Duration> pause =
          answer
              .headers()
              .firstValue("Retry-After")
              .flatMap(text -> RetryAfter.moment(text, now))
              .map(moment -> Duration.between(now, moment));
      return Attempt.answered(answer.statusCode(), text(answer), pause);
    } catch (IOException e) {
      return Attempt.broken(e).at(network.place(request.uri()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeliveryException(Reason.UNREACHABLE, "Muscat was told to stop", e);
    }
  }

  /**
   * What it says of a failure, if it says so in time: no time-out of the client is about bodies.
   */
  private static String text(HttpResponse<InputStream> answer) throws IOException {
    try (InputStream body = answer.body()) {
      return answer.statusCode() / 100 == 2
          ? ""
          : CompletableFuture.supplyAsync(() -> beginning(body))
              .completeOnTimeout("", PATIENCE_FOR_TEXT.toMillis(), TimeUnit.MILLISECONDS)
              .join();
    }
  }

  /** Enough to know what is the matter, in one line that a terminal bears. */
  private static String beginning(InputStream body) {
    try {
      String text = new String(body.readNBytes(MOST_OF_A_BODY), StandardCharsets.UTF_8);
      return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    } catch (IOException e) {
      return "and hangs up: " + e.getMessage();
    }
  }
}
