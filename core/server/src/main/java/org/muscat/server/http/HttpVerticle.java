package org.muscat.server.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Serves the API, the page, metrics and health on one port. Runs on an event loop. */
public final class HttpVerticle extends VerticleBase {

  private final Routes routes;
  private final ListenAddress address;
  private @Nullable HttpServer server;

  @Inject
  HttpVerticle(Routes routes, ListenAddress address) {
    this.routes = routes;
    this.address = address;
  }

  @Override
  public Future<?> start() {
    Router router = routes.router(vertx);
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(address.host())
            .setPort(address.port())
            .setCompressionSupported(true);
    return vertx
        .createHttpServer(options)
        .requestHandler(router)
        .listen()
        .onSuccess(
            listening -> {
              server = listening;
              address.bound(listening.actualPort());
            });
  }

  @Override
  public Future<?> stop() {
    return server == null ? Future.succeededFuture() : server.close();
  }
}
