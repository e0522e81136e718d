package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.server.deliver.Receiver;
import org.muscat.server.fixture.Home;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubIdentity;
import org.muscat.testkit.StubServer;

/** {@code score} with places where scores go. */
class DeliveryCommandTest {

  @TempDir private Path folder;

  private ScoreHome home;
  private Receiver receiver;
  private Path secret;

  @BeforeEach
  void open() throws IOException {
    home = new ScoreHome(folder, Home.MODEL + Home.REGIME);
    receiver = new Receiver();
    secret = Files.writeString(folder.resolve("secret"), "hunter2\n");
    home.home().options("webhooks: {allow: [\"" + receiver.url() + "/hook\"]}\n");
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void shouldDeliverToAllPlacesInOneRun() throws IOException {
    Path file = folder.resolve("muscat.prom");
    List<String> all = new ArrayList<>(List.of("--textfile", file.toString(), "--format", "csv"));
    all.addAll(List.of("--pushgateway", receiver.url(), "--pushgateway-label", "desk=gulf"));
    all.addAll(List.of("--remote-write", receiver.url() + "/write"));
    all.addAll(List.of("--webhook", receiver.url() + "/hook/a"));
    all.addAll(List.of("--webhook-secret", "${file:" + secret + "}"));

    assertThat(home.last(all.toArray(String[]::new))).as(home.err()).isZero();

    assertThat(receiver.requests())
        .extracting(Receiver.Request::path)
        .containsExactlyInAnyOrder("/metrics/job/muscat/desk/gulf", "/write", "/hook/a");
    assertThat(file).content().contains("muscat_stability_ratio{model=\"test\"");
    assertThat(home.out()).startsWith("as_of,model,theatre,").contains(",north,scored,62.18");
    assertThat(home.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "401, 9, it does not take the credentials; it answers 401: why",
    "400, 10, it answers 400: why"
  })
  void shouldTellWhatATargetSaysAndServeTheOthers(int status, int code, String told)
      throws IOException {
    receiver.answer(status, "why");

    int ended =
        home.last("--pushgateway", receiver.url(), "--remote-write", receiver.url() + "/write");

    assertThat(ended).isEqualTo(code);
    assertThat(home.err())
        .isEqualTo("muscat: Pushgateway " + receiver.url() + "/metrics/job/muscat: " + told + "\n");
    assertThat(receiver.requests()).hasSize(2);
    assertThat(home.out()).contains("Stability 62.2 of 100");
  }

  @Test
  void shouldDeliverThatThereIsNoScore() throws IOException {
    Path file = folder.resolve("muscat.prom");

    int code = home.score("--as-of", "2024-01-01T00:00:00Z", "--textfile", file.toString());

    assertThat(code).isEqualTo(3);
    assertThat(file)
        .content()
        .contains("muscat_index_status=\"refused\"} 1")
        .doesNotContain("muscat_stability_ratio{");
  }

  @Test
  void shouldTellABadScoreRatherThanABadTarget() throws IOException {
    receiver.answer(400, "why");

    assertThat(home.last("--pushgateway", receiver.url(), "--fail-below", "99")).isEqualTo(5);

    assertThat(home.err()).contains("is below 99.0").contains("it answers 400: why");
  }

  @Test
  void shouldSignInByASecretOfAFile() throws IOException {
    int code =
        home.last(
            "--remote-write",
            receiver.url(),
            "--remote-write-user",
            "me",
            "--remote-write-password",
            "${file:" + secret + "}");

    assertThat(code).isZero();
    assertThat(receiver.requests().get(0).header("Authorization"))
        .isEqualTo("Basic bWU6aHVudGVyMg==");
  }

  @Test
  void shouldRemoveAGroupWithoutAStore() throws IOException {
    Files.delete(home.home().data().resolve("muscat.db"));
    receiver.answer(202, "");

    assertThat(home.score("--pushgateway", receiver.url(), "--pushgateway-delete")).isZero();

    assertThat(receiver.requests())
        .singleElement()
        .satisfies(one -> assertThat(one.method()).isEqualTo("DELETE"));
    assertThat(home.out()).isEmpty();
  }

  @Test
  void shouldTrustTheCertificatesThatTheConfigurationNames() throws IOException {
    StubIdentity identity = StubIdentity.valid(folder);
    try (StubServer target =
        StubServer.https(identity.context()).otherwise(request -> StubAnswer.text("gone"))) {
      String url = target.uri("/").toString();
      home.home().options("http: {trust: [\"" + identity.pem() + "\"]}\n");
      assertThat(home.score("--pushgateway", url, "--pushgateway-delete")).as(home.err()).isZero();

      home.home().options("");

      assertThat(home.score("--pushgateway", url, "--pushgateway-delete")).isEqualTo(8);
      assertThat(home.err()).contains("there is no secure connection to it");
      assertThat(target.requests()).hasSize(1);
    }
  }

  @Test
  void shouldSendNoSecretOfAnArgument() throws IOException {
    int code =
        home.last(
            "--pushgateway",
            receiver.url(),
            "--pushgateway-user",
            "me",
            "--pushgateway-password",
            "hunter2");

    assertThat(code).isEqualTo(2);
    assertThat(home.err())
        .contains("--pushgateway-password: a secret does not stand in an argument")
        .doesNotContain("hunter2");
    assertThat(receiver.requests()).isEmpty();
  }

  @Test
  void shouldSendAWebhookToNobodyElse() throws IOException {
    int code =
        home.last(
            "--webhook",
            receiver.url() + "/other?key=hunter2",
            "--webhook-secret",
            "${file:" + secret + "}");

    assertThat(code).isEqualTo(2);
    assertThat(home.err())
        .contains("'" + receiver.url() + "/other' is at or below no address of webhooks.allow in ")
        .doesNotContain("hunter2");
    assertThat(receiver.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --textfile absent/muscat.prom                          | is no file in a folder that is there
          --pushgateway-job x                                    | --pushgateway-job is nothing without --pushgateway
          --pushgateway-delete                                   | --pushgateway-delete is nothing without --pushgateway
          --remote-write-label a=b                               | --remote-write-label is nothing without --remote-write
          --webhook-secret ${env:PATH}                           | --webhook-secret is nothing without --webhook
          --webhook http://127.0.0.1:9/                          | needs --webhook-secret
          --webhook http://127.0.0.1:9/ --webhook-secret ${file:absent} | which holds a secret, cannot be read
          --pushgateway 127.0.0.1:9091                           | --pushgateway: it is no address
          --pushgateway http://127.0.0.1:9/?a=b                  | has a query; leave it out
          --pushgateway http://127.0.0.1:9/ --pushgateway-user x | belong together; give both or none
          --pushgateway http://127.0.0.1:9/ --pushgateway-label theatre=x | the label 'theatre' is taken
          --pushgateway http://127.0.0.1:9/ --pushgateway-label job=x | the label 'job' is taken
          --remote-write http://127.0.0.1:9/ --remote-write-label 1=x | '1' is no name of a label
          """)
  void shouldTellAMistakeOfUseBeforeAnythingIsDone(String line, String told) throws IOException {
    assertThat(home.last(line.split(" "))).isEqualTo(2);

    assertThat(home.err()).contains(told).doesNotContain("\tat ");
    assertThat(home.out()).isEmpty();
  }

  @Test
  void shouldTellAMistakeInTheAllowedAddresses() throws IOException {
    home.home().options("webhooks: {allow: [hooks.example]}\n");

    assertThat(home.last()).isEqualTo(78);

    assertThat(home.err()).contains("webhooks.allow: 'hooks.example' is no address such as");
  }
}
