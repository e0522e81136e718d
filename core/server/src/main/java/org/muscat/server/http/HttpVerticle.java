package org.muscat.server.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.muscat.server.access.Door;
import org.muscat.server.access.ServerGuard;

/** Serves the API, the page, metrics and health on one port. Runs on an event loop. */
public final class HttpVerticle extends VerticleBase {

  private static final long GRACE_SECONDS = 5;
  private static final long LEAVE_SECONDS = 2;

  private final Routes routes;
  private final StreamHub stream;
  private final ListenAddress address;
  private final Door door;
  private final ServerGuard guard;
  private @Nullable Workers workers;
  private @Nullable HttpServer server;

  @Inject
  HttpVerticle(
      Routes routes, StreamHub stream, ListenAddress address, Door door, ServerGuard guard) {
    this.routes = routes;
    this.stream = stream;
    this.address = address;
    this.door = door;
    this.guard = guard;
  }

  @Override
  public Future<?> start() {
    stream.start(vertx);
    Workers made = Workers.of(vertx);
    workers = made;
    return vertx
        .executeBlocking(Contract::load)
        .compose(contract -> listen(routes.router(vertx, made, contract)))
        .onSuccess(
            listening -> {
              server = listening;
              address.bound(listening.actualPort());
            });
  }

  private Future<HttpServer> listen(Router router) {
    HttpServerOptions options = guard.options().setHost(address.host()).setPort(address.port());
    HttpServer made =
        vertx.createHttpServer(options).requestHandler(request -> handle(request, router));
    guard.watch(made);
    return made.listen();
  }

  /** The router logs an error for each request that it cannot read; it is the caller's. */
  private void handle(HttpServerRequest request, Router router) {
    Malformed.of(request)
        .ifPresentOrElse(
            fault -> refuse(request, fault),
            () -> {
              HeaderLines.join(request);
              router.handle(request);
            });
  }

  /** Nobody watches over such a request, or counts it: the connection ends with it. */
  private void refuse(HttpServerRequest request, Problem fault) {
    door.dress(request);
    if (request.version() != HttpVersion.HTTP_2) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    fault.send(request);
    request.connection().shutdown(LEAVE_SECONDS, TimeUnit.SECONDS);
  }

  /** Streams end, and what was asked is answered first, for some seconds at most. */
  @Override
  public Future<?> stop() {
    stream.stop();
    Future<Void> stopped =
        server == null
            ? Future.succeededFuture()
            : server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS);
    return stopped.onComplete(
        end -> {
          if (workers != null) {
            workers.close();
          }
        });
  }
}
