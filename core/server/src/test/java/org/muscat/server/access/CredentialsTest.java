package org.muscat.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Asking;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.fixture.Tokens;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** A server with three users and tokens, which only lets those read who say who they are. */
@Timeout(120)
class CredentialsTest {

  private static final String RELOAD = "/-/reload";
  private static final String RELEASE = "/api/v1/plugins/acme/release";
  private static final String THEATRES = "/api/v1/theatres";
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String OPTIONS =
      """
      listen: {web-config: web.yml}
      access: {operators: [olga], admins: [adam], tokens: {key: token.key}}
      """;

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private Home home;
  private Running server;
  private Asking asking;

  @BeforeEach
  void start() throws IOException {
    home = Home.in(folder).options(OPTIONS);
    users("vera", "olga", "adam");
    Files.writeString(folder.resolve("token.key"), SECRET);
    server = Running.start(home.open(), Clock.systemUTC());
    asking = Asking.of(server.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldLetEachRoleDoWhatItMay() {
    List<String> answers = new ArrayList<>();
    for (String who :
        List.of(
            "vera",
            "olga",
            "adam",
            "token viewer",
            "token operator",
            "token admin",
            "token stranger",
            "local",
            "nobody")) {
      String[] as = credentials(who);
      answers.add(
          who
              + ": "
              + List.of(
                  asking.get(THEATRES, as).statusCode(),
                  asking.get("/metrics", as).statusCode(),
                  asking.get("/", as).statusCode(),
                  asking.get("/-/healthy", as).statusCode(),
                  asking.post(RELEASE, "", json(as)).statusCode(),
                  asking.post(RELOAD, "", as).statusCode()));
    }

    assertThat(answers)
        .containsExactly(
            "vera: [200, 200, 200, 200, 403, 403]",
            "olga: [200, 200, 200, 200, 200, 403]",
            "adam: [200, 200, 200, 200, 200, 200]",
            "token viewer: [200, 200, 200, 200, 403, 403]",
            "token operator: [200, 200, 200, 200, 200, 403]",
            "token admin: [200, 200, 200, 200, 200, 200]",
            "token stranger: [403, 403, 403, 200, 403, 403]",
            "local: [200, 200, 200, 200, 200, 200]",
            "nobody: [401, 401, 401, 200, 401, 401]");
  }

  @Test
  void shouldSayWhatIsMissing() {
    HttpResponse<String> nobody = asking.post(RELOAD, "");
    HttpResponse<String> vera = asking.post(RELOAD, "", credentials("vera"));

    assertThat(nobody.headers().allValues("www-authenticate"))
        .containsExactly("Basic realm=\"muscat\", charset=\"UTF-8\"", "Bearer");
    assertThat(nobody.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(nobody.body()).contains("local-token");
    assertThat(vera.body()).contains("'vera' is viewer and may not do this; it takes admin");
    assertThat(asking.get(THEATRES, credentials("vera")).headers().firstValue("cache-control"))
        .contains("no-store");
  }

  @Test
  void shouldRefuseCredentialsThatAreNone() {
    for (String header :
        List.of(
            "Basic %%%",
            "Basic",
            "Basic YWxpY2U=",
            "Basic dmVyYTp3cm9uZw==",
            "Basic bm9ib2R5OndvcmQ=",
            "Bearer",
            "Bearer x.y.z",
            "Digest a",
            "Negotiate")) {
      assertThat(asking.get(THEATRES, "Authorization", header).statusCode())
          .as(header)
          .isIn(400, 401);
    }
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldRefuseTwoHeaders() {
    assertThat(
            asking
                .get(
                    THEATRES,
                    "Authorization",
                    Asking.basic("adam", "word-of-adam"),
                    "Authorization",
                    Asking.basic("vera", "word-of-vera"))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void shouldMakeWhoGuessesWait() {
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      answers.add(
          asking.get(THEATRES, "Authorization", Asking.basic("adam", "guess " + i)).statusCode());
    }
    HttpResponse<String> next =
        asking.get(THEATRES, "Authorization", Asking.basic("adam", "word-of-adam"));

    assertThat(answers).startsWith(401, 401, 401, 401, 401).endsWith(429, 429, 429);
    assertThat(next.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(next.headers().firstValue("retry-after").orElseThrow()))
        .isBetween(1, 10);
    assertThat(asking.get(THEATRES, credentials("vera")).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldNotLockOutWhoIsKnownAlready() {
    assertThat(asking.get(THEATRES, credentials("adam")).statusCode()).isEqualTo(200);
    for (int i = 0; i < 8; i++) {
      asking.get(THEATRES, "Authorization", Asking.basic("adam", "guess " + i));
    }

    assertThat(asking.get(THEATRES, credentials("adam")).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldTakeNewUsersWithoutARestart() throws IOException {
    assertThat(asking.get(THEATRES, credentials("vera")).statusCode()).isEqualTo(200);

    users("olga", "nina");

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> asking.get(THEATRES, credentials("nina")).statusCode() == 200);
    assertThat(asking.get(THEATRES, credentials("vera")).statusCode()).isEqualTo(401);
  }

  @Test
  void shouldGoOnWithTheUsersBeforeWhenTheFileIsBroken() throws IOException {
    Files.writeString(folder.resolve("web.yml"), "basic_auth_users: {vera: no hash}\n");

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> logs.errors().stream().anyMatch(line -> line.contains("those before stay")));

    assertThat(asking.get(THEATRES, credentials("vera")).statusCode()).isEqualTo(200);
    assertThat(asking.get(THEATRES).statusCode()).isEqualTo(401);
  }

  @Test
  void shouldTakeAnotherKeyForTokensWithoutARestart() throws IOException {
    String[] before = credentials("token admin");
    Files.writeString(folder.resolve("token.key"), SECRET + SECRET);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> asking.get(THEATRES, before).statusCode() == 401);
  }

  @Test
  void shouldKeepTheLocalTokenToItsOwner() throws IOException {
    Path file = home.data().resolve(LocalToken.FILE);
    String first = server.localToken();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    server.close();
    assertThat(file).doesNotExist();
    server = Running.start(home.open(), Clock.systemUTC());
    asking = Asking.of(server.url());
    assertThat(server.localToken()).isNotEqualTo(first);
    assertThat(asking.get(THEATRES, "Authorization", first).statusCode()).isEqualTo(401);
  }

  @Test
  void shouldTellEachChangeAndEachAttemptWithoutASecret() {
    asking.post(RELEASE, "", json(credentials("olga")));
    asking.post(RELOAD, "", credentials("vera"));
    asking.post(RELOAD, "");
    asking.post(RELOAD, "", "Authorization", Asking.basic("adam", "wrong-word"));
    asking.post(RELOAD, "", "Authorization", Asking.basic("word-of-adam", "adam"));
    asking.get(THEATRES, credentials("token viewer"));

    await().until(() -> logs.events("change-refused").size() == 4);
    assertThat(logs.events("change-made"))
        .singleElement()
        .asString()
        .contains(
            "who=olga", "role=operator", "by=password", "from=127.0.0.1", RELEASE, "status=200");
    assertThat(logs.events("change-refused").toString())
        .contains("who=vera", "status=403", "who=unknown", "status=401");
    assertThat(logs.everything())
        .isNotEmpty()
        .noneMatch(line -> line.contains("word-of"))
        .noneMatch(line -> line.contains("wrong-word"))
        .noneMatch(line -> line.contains(SECRET))
        .noneMatch(line -> line.contains("$2a$"))
        .noneMatch(line -> line.contains(server.localToken().substring("Bearer ".length())))
        .noneMatch(line -> line.contains("eyJ"));
  }

  @Test
  void shouldLetNoNameOfATokenWriteALineOfItsOwn() {
    String name = "a\n2026-01-01T00:00:00Z INFO audit change made\u2028\u202e\u001b[2K";

    asking.post(
        RELEASE,
        "",
        json(new String[] {"Authorization", "Bearer " + Tokens.signed(SECRET, name, "operator")}));
    HttpResponse<String> refused =
        asking.post(
            RELOAD, "", "Authorization", "Bearer " + Tokens.signed(SECRET, name, "operator"));

    await().until(() -> logs.events("change-refused").size() == 1);
    assertThat(logs.events("change-made"))
        .singleElement()
        .asString()
        .contains("who=a\uFFFD2026-01-01T00:00:00Z INFO audit change made\uFFFD\uFFFD\uFFFD[2K");
    assertThat(logs.everything()).noneMatch(line -> line.matches("(?s).*[\\p{Cc}\\p{Cf}\u2028].*"));
    assertThat(refused.body()).doesNotContain("\u202e");
  }

  @Test
  void shouldTellNoSecretToAnybodyWhoAsks() {
    for (String path :
        List.of(THEATRES, "/metrics", "/api/v1/plugins", "/api/v1/feeds", "/api/v1/dev", "/")) {
      assertThat(asking.get(path, credentials("adam")).body())
          .as(path)
          .doesNotContain("word-of", SECRET, "$2a$", server.localToken().substring(7));
    }
    for (String path : List.of("/local-token", "/data/local-token", "/web.yml", "/config")) {
      assertThat(asking.get(path, credentials("adam")).statusCode()).as(path).isEqualTo(404);
    }
  }

  private void users(String... names) throws IOException {
    StringBuilder web = new StringBuilder("basic_auth_users:\n");
    for (String name : names) {
      web.append("  ")
          .append(name)
          .append(": ")
          .append(BCrypt.hashpw("word-of-" + name, BCrypt.gensalt(4)))
          .append('\n');
    }
    Files.writeString(folder.resolve("web.yml"), web);
  }

  private String[] credentials(String who) {
    if (who.equals("nobody")) {
      return new String[0];
    }
    if (who.equals("local")) {
      return new String[] {"Authorization", server.localToken()};
    }
    return new String[] {
      "Authorization",
      who.startsWith("token ")
          ? "Bearer " + Tokens.signed(SECRET, who.substring("token ".length()))
          : Asking.basic(who, "word-of-" + who)
    };
  }

  private static String[] json(String[] headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/json"));
    return all.toArray(String[]::new);
  }
}
