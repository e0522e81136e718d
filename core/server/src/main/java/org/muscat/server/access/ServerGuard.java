package org.muscat.server.access;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.ServerSSLOptions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an HTTP server takes before there is a request: TLS, sizes, times, connections. Certificates
 * are replaced while it runs.
 */
public final class ServerGuard {

  private static final Logger LOG = LoggerFactory.getLogger(ServerGuard.class);

  /** Who reads nothing of an answer for so long does not keep it. */
  private static final int IDLE_SECONDS = 120;

  private static final int LONGEST_LINE = 8 * 1024;
  private static final int LARGEST_HEADERS = 16 * 1024;
  private static final int STREAMS = 100;
  private static final long SWEEP = Duration.ofSeconds(1).toMillis();
  private static final long LOOK = Duration.ofSeconds(2).toMillis();

  private final Vertx vertx;
  private final AccessFiles files;
  private final Door door;
  private final Connections connections;

  ServerGuard(Vertx vertx, AccessFiles files, Door door, Connections connections) {
    this.vertx = vertx;
    this.files = files;
    this.door = door;
    this.connections = connections;
  }

  /** Options of a server, without its address. */
  public HttpServerOptions options() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setIdleTimeout(IDLE_SECONDS)
            .setMaxInitialLineLength(LONGEST_LINE)
            .setMaxHeaderSize(LARGEST_HEADERS)
            .setDecompressionSupported(false)
            .setHttp2ClearTextEnabled(false)
            .setInitialSettings(
                new Http2Settings()
                    .setMaxConcurrentStreams(STREAMS)
                    .setMaxHeaderListSize(LARGEST_HEADERS));
    files.present().tls().ifPresent(tls -> encrypt(options, tls));
    return options;
  }

  /** Watches over a server from before it listens. */
  public void watch(HttpServer server) {
    server.connectionHandler(connections::opened).invalidRequestHandler(this::refuse);
    vertx.setPeriodic(SWEEP, unused -> connections.sweep());
    vertx.setPeriodic(LOOK, unused -> look(server));
  }

  private void encrypt(HttpServerOptions options, ServerSSLOptions tls) {
    options
        .setSsl(true)
        .setKeyCertOptions(tls.getKeyCertOptions())
        .setTrustOptions(tls.getTrustOptions())
        .setClientAuth(tls.getClientAuth())
        .setUseAlpn(tls.isUseAlpn())
        .setAlpnVersions(
            files.present().web().http2()
                ? List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1)
                : List.of(HttpVersion.HTTP_1_1))
        .setEnabledSecureTransportProtocols(tls.getEnabledSecureTransportProtocols());
    tls.getEnabledCipherSuites().forEach(options::addEnabledCipherSuite);
  }

  private void look(HttpServer server) {
    vertx
        .executeBlocking(files::changed)
        .compose(
            changed ->
                changed.map(loaded -> use(server, loaded)).orElseGet(Future::succeededFuture))
        .onFailure(
            why ->
                LOG.atError()
                    .addKeyValue("event", "web-config-unused")
                    .setCause(why)
                    .log("changed files of access cannot be used; those before stay in use"));
  }

  private Future<Void> use(HttpServer server, Loaded loaded) {
    Future<?> encrypted =
        loaded.tls().isPresent()
            ? server.updateSSLOptions(loaded.tls().get(), true)
            : Future.succeededFuture();
    return encrypted.onSuccess(done -> files.use(loaded)).mapEmpty();
  }

  /** What is no request, or a too large one, reaches no route. */
  private void refuse(HttpServerRequest request) {
    door.dress(request);
    @Nullable Throwable cause = request.decoderResult().cause();
    request.response().putHeader("Connection", "close");
    refusal(cause).send(request);
  }

  private static Refusal refusal(@Nullable Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return Refusal.lineTooLong("the request line has more than 8 KiB");
    }
    return cause instanceof TooLongHttpHeaderException
        ? Refusal.headersTooLarge("the headers have more than 16 KiB")
        : Refusal.badRequest("this is not HTTP");
  }
}
