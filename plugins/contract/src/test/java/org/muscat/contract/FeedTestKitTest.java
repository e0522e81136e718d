package org.muscat.contract;

import static org.muscat.contract.MuscatAssertions.assertThat;
import static org.muscat.contract.MuscatAssertions.assertThatThrownBy;
import static org.muscat.contract.MuscatAssertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.contract.gas.GasPrices;
import org.muscat.spi.FeedException;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubRequest;

class FeedTestKitTest {

  private final FeedTestKit<GasPrices.Config> kit = FeedTestKit.of(new GasPrices());

  @AfterEach
  void close() {
    kit.close();
  }

  @Test
  void shouldAnswerWhateverAddressTheFeedAsks() throws Exception {
    kit.answering(StubAnswer.text("day,price\n2024-01-01,30\n2024-01-02,31.5"));

    assertThat(kit.fetch())
        .hasObservations(2)
        .hasObservation("gas/ttf", "2024-01-02", 31.5)
        .hasNoRejections()
        .isLast();
    assertThat(kit.requests()).extracting(StubRequest::target).containsExactly("/prices/ttf");
  }

  @Test
  void shouldGoOnWhereTheLastFetchEnded() throws Exception {
    kit.answering(StubAnswer.text("day,price\n2024-01-01,30"));
    kit.fetch();
    kit.answering(StubAnswer.text("day,price\n2024-01-01,30\n2024-01-02,31"));

    assertThat(kit.fetch()).hasObservations(1).hasObservation("gas/ttf", "2024-01-02", 31);
  }

  @Test
  void shouldAnswerFromAFile(@TempDir Path folder) throws Exception {
    Path answer = Files.writeString(folder.resolve("ttf.csv"), "day,price\n2024-01-01,x");
    kit.answering(StubAnswer.file(answer));

    assertThat(kit.fetch()).hasObservations(0).hasRejection("prices:2");
  }

  @Test
  void shouldFailAsTheHostDoes() {
    kit.answering(StubAnswer.status(429));

    FeedException failure = catchThrowableOfType(FeedException.class, kit::fetch);

    assertThat(failure.reason()).isEqualTo(FeedException.Reason.RATE_LIMITED);
  }

  @Test
  void shouldSayWhatWasBroughtInstead() throws Exception {
    kit.answering(StubAnswer.text("day,price\n2024-01-01,30"));
    var batch = kit.fetch();

    assertThatThrownBy(() -> assertThat(batch).hasObservations(2)).hasMessageContaining("1");
    assertThatThrownBy(() -> assertThat(batch).hasObservation("gas/ttf", "2024-01-02", 30))
        .hasMessageContaining("2024-01-01");
    assertThatThrownBy(() -> assertThat(batch).hasRejection("x")).hasMessageContaining("'x'");
  }
}
