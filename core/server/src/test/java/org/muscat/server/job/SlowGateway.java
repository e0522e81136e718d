package org.muscat.server.job;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Takes whatever is pushed, after a while: so that runs last. */
final class SlowGateway implements AutoCloseable {

  private final HttpServer server;
  private final ScheduledExecutorService answers = Executors.newSingleThreadScheduledExecutor();
  private final long millis;

  SlowGateway(Duration delay) throws IOException {
    this.millis = delay.toMillis();
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.createContext("/", this::later);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void later(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    var unused = answers.schedule(() -> answer(exchange), millis, TimeUnit.MILLISECONDS);
  }

  private static void answer(HttpExchange exchange) {
    try (exchange) {
      exchange.sendResponseHeaders(200, -1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    answers.shutdownNow();
  }
}
