package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.access.Access;
import org.muscat.server.access.AccessModule;
import org.muscat.server.access.Role;
import org.muscat.server.fixture.Asking;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.Running;
import org.muscat.server.job.RunningServer;
import org.muscat.server.runtime.JobModule;
import org.muscat.server.runtime.Session;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** Walks the table of endpoints and the router that is made of it. */
@Timeout(60)
class RoutePolicyTest {

  /** Posts that change nothing. */
  private static final Set<String> QUESTIONS = Set.of("/api/v1/theatres/:theatre/what-if");

  private static final Set<String> OPEN = Set.of("/-/healthy", "/-/ready");

  @TempDir Path folder;

  private final Vertx vertx = Vertx.vertx();
  private Home home;
  private Session session;
  private Access access;
  private boolean released;
  private List<Endpoint> endpoints;
  private List<Route> routes;

  @BeforeEach
  void make() throws IOException {
    StringBuilder users = new StringBuilder("basic_auth_users:\n");
    for (Role role : Role.values()) {
      users
          .append("  ")
          .append(role)
          .append(": ")
          .append(BCrypt.hashpw("word", BCrypt.gensalt(4)))
          .append('\n');
    }
    Files.writeString(folder.resolve("web.yml"), users);
    home =
        Home.in(folder)
            .options(
                """
                listen: {web-config: web.yml}
                access: {operators: [OPERATOR], admins: [ADMIN]}
                """);
    session = home.open();
    access =
        Access.open(session.config().access(), "127.0.0.1", home.data(), vertx, Clock.systemUTC());
    Injector injector =
        session.injector(
            new AccessModule(access),
            new HttpModule(
                new ListenAddress("127.0.0.1", 0),
                new PrometheusRegistry(),
                DevNotes.NONE,
                () -> {
                  throw new IllegalStateException("nobody asks");
                },
                List.of()),
            new JobModule(session, RunningServer.NONE));
    Contract contract = Contract.load();
    endpoints = injector.getInstance(Endpoints.class).all(Workers.of(vertx), contract);
    routes =
        injector.getInstance(Routes.class).router(vertx, Workers.of(vertx), contract).getRoutes();
  }

  @AfterEach
  void close() {
    release();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void shouldDeclareWhoMayUseEachRouteThatAnswers() {
    Set<String> declared = new TreeSet<>();
    Set<String> mounted = new TreeSet<>();
    endpoints.forEach(
        one -> declared.add(one.method() + " " + one.path().replace("/*", "/") + " " + one.role()));
    for (Route route : routes) {
      if (route.methods() == null || route.methods().isEmpty()) {
        continue;
      }
      Role role = route.getMetadata(Routes.ROLE);
      assertThat(role).as("role of %s %s", route.methods(), route.getName()).isNotNull();
      mounted.add(
          (route.methods().contains(HttpMethod.GET) ? "GET" : "POST")
              + " "
              + route.getName()
              + " "
              + role);
    }

    assertThat(mounted).isEqualTo(declared);
  }

  @Test
  void shouldOpenNothingButHealthAndLeaveNoChangeToReaders() {
    for (Endpoint endpoint : endpoints) {
      boolean reads =
          endpoint.method().equals(HttpMethod.GET) || QUESTIONS.contains(endpoint.path());
      Role least = reads ? Role.VIEWER : Role.OPERATOR;
      assertThat(endpoint.role().covers(OPEN.contains(endpoint.path()) ? Role.OPEN : least))
          .as(endpoint.method() + " " + endpoint.path())
          .isTrue();
      assertThat(endpoint.role() == Role.OPEN).isEqualTo(OPEN.contains(endpoint.path()));
    }
  }

  @Test
  void shouldHoldEachRouteAgainstEachRole() throws IOException {
    List<String> wrong = new ArrayList<>();
    release();
    try (Running server = Running.start(home.open(), Clock.systemUTC())) {
      Asking asking = Asking.of(server.url());
      for (Endpoint endpoint : endpoints) {
        String path = endpoint.path().replaceAll(":[a-z]+", "none").replace("*", "muscat.js");
        for (Role role : Role.values()) {
          String[] headers =
              role == Role.OPEN
                  ? new String[] {"Accept", "*/*"}
                  : new String[] {"Authorization", Asking.basic(role.name(), "word")};
          // A stream has no end; its head has.
          String method = endpoint.method().equals(HttpMethod.GET) ? "HEAD" : "POST";
          int status = asking.send(method, path, "", headers).statusCode();
          boolean refused = status == 401 || status == 403;
          if (refused == role.covers(endpoint.role())) {
            wrong.add(role + " " + endpoint.method() + " " + path + ": " + status);
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  /** The data folder is for one at a time. */
  private void release() {
    if (!released) {
      released = true;
      access.close();
      session.close();
    }
  }
}
