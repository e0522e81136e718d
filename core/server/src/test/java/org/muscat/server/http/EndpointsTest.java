package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.access.Access;
import org.muscat.server.access.AccessModule;
import org.muscat.server.access.Role;
import org.muscat.server.fixture.Home;
import org.muscat.server.job.RunningServer;
import org.muscat.server.runtime.JobModule;
import org.muscat.server.runtime.Session;

/** Walks everything that can be asked for. */
class EndpointsTest {

  private final Contract contract = Contract.load();

  private Session session;
  private Access access;
  private Vertx vertx;
  private List<Endpoint> endpoints;
  private Router router;

  @BeforeEach
  void make(@TempDir Path folder) throws IOException {
    session = Home.in(folder).open();
    vertx = Vertx.vertx();
    Reloading reloading =
        () -> {
          throw new IllegalStateException("nobody reloads here");
        };
    access =
        Access.open(session.config().access(), "127.0.0.1", session.data(), vertx, session.clock());
    var injector =
        session.injector(
            new AccessModule(access),
            new HttpModule(
                new ListenAddress("127.0.0.1", 0),
                new PrometheusRegistry(),
                DevNotes.NONE,
                reloading,
                List.of()),
            new JobModule(session, RunningServer.NONE));
    endpoints = injector.getInstance(Endpoints.class).all(Workers.of(vertx), contract);
    router = injector.getInstance(Routes.class).router(vertx, Workers.of(vertx), contract);
  }

  @AfterEach
  void close() {
    access.close();
    session.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void shouldHaveEveryEndpointOfTheApiInTheContractAndNoOther() {
    Set<String> ofTheApi =
        endpoints.stream()
            .filter(endpoint -> endpoint.path().startsWith("/api/"))
            .map(endpoint -> Contract.key(endpoint.method().name(), endpoint.template()))
            .collect(Collectors.toSet());

    assertThat(ofTheApi).isEqualTo(contract.keys());
  }

  @Test
  void shouldDemandARoleOnEveryRouteThatAnswers() {
    Map<String, Object> roles =
        router.getRoutes().stream()
            .filter(route -> route.methods() != null)
            .collect(
                Collectors.toMap(
                    route -> route.methods() + " " + route.getPath(), EndpointsTest::role));

    assertThat(roles).hasSize(endpoints.size());
    assertThat(roles.values()).allMatch(Role.class::isInstance);
  }

  @Test
  void shouldLetNobodyChangeAnythingAsAViewer() {
    Map<String, Role> posts =
        endpoints.stream()
            .filter(endpoint -> endpoint.method().name().equals("POST"))
            .collect(Collectors.toMap(Endpoint::path, Endpoint::role));

    assertThat(posts)
        .containsOnly(
            Map.entry("/-/reload", Role.ADMIN),
            Map.entry("/api/v1/jobs/:job/run", Role.OPERATOR),
            Map.entry("/api/v1/jobs/:job/pause", Role.OPERATOR),
            Map.entry("/api/v1/jobs/:job/resume", Role.OPERATOR),
            Map.entry("/api/v1/plugins/:plugin/quarantine", Role.OPERATOR),
            Map.entry("/api/v1/plugins/:plugin/release", Role.OPERATOR),
            Map.entry("/api/v1/theatres/:theatre/what-if", Role.VIEWER));
  }

  @Test
  void shouldBeOpenForProbesAlone() {
    assertThat(endpoints)
        .filteredOn(endpoint -> endpoint.role() == Role.OPEN)
        .extracting(Endpoint::path)
        .containsExactlyInAnyOrder("/-/healthy", "/-/ready");
  }

  private static Object role(Route route) {
    Object role = route.getMetadata(Routes.ROLE);
    return role == null ? "none" : role;
  }
}
