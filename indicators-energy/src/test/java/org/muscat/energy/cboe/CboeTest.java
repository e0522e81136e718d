package org.muscat.energy.cboe;

import static org.muscat.contract.MuscatAssertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muscat.contract.FeedTestKit;
import org.muscat.energy.table.Fetches;
import org.muscat.spi.Batch;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.Observation;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubRequest;

class CboeTest {

  private static final String VIX =
      """
      DATE,OPEN,HIGH,LOW,CLOSE
      01/02/2025,17.930000,19.430000,17.580000,17.930000
      06/27/2025,16.580000,17.420000,16.330000,16.320000
      06/30/2025,17.190000,17.430000,16.550000,16.730000
      """;
  private static final String OVX =
      """
      DATE,OVX
      06/27/2025,40.270000
      06/30/2025,38.890000
      """;

  private final FeedTestKit<CboeConfig> kit =
      FeedTestKit.of(new CboeProvider()).now("2025-07-01T12:00:00Z").answering(CboeTest::file);

  @AfterEach
  void close() {
    kit.close();
  }

  private static StubAnswer file(StubRequest request) {
    return StubAnswer.text(request.path().endsWith("/OVX_History.csv") ? OVX : VIX);
  }

  @Test
  void shouldReadBothFormsOfTheFile() throws Exception {
    List<Observation> all = Fetches.round(kit);

    assertThat(kit.requests())
        .extracting(StubRequest::path)
        .containsExactly(
            "/api/global/us_indices/daily_prices/OVX_History.csv",
            "/api/global/us_indices/daily_prices/VIX_History.csv");
    assertThat(Fetches.on("2025-06-30", "volatility/ovx", all).value()).isEqualTo(38.89);
    assertThat(Fetches.on("2025-06-30", "volatility/vix", all).value()).isEqualTo(16.73);
    assertThat(all).hasSize(5);
  }

  /** Friday's close is published on Monday, at the latest. */
  @Test
  void shouldKnowAClosingAtTheEndOfTheNextBusinessDay() throws Exception {
    List<Observation> all = Fetches.round(kit);

    assertThat(Fetches.on("2025-06-27", "volatility/ovx", all).knownAt())
        .hasValue(Instant.parse("2025-07-01T00:00:00Z"));
  }

  @Test
  void shouldTakeTheEndOfTheFileAlone() throws Exception {
    Fetches.round(kit);

    Fetches.round(kit);
    List<Observation> third = Fetches.round(kit);

    assertThat(third)
        .hasSize(4)
        .noneSatisfy(
            one -> assertThat(one.observedAt()).isEqualTo(Instant.parse("2025-01-02T00:00:00Z")));
  }

  @Test
  void shouldJudgeAnOldRowOnce() throws Exception {
    kit.answering(request -> StubAnswer.text(OVX.replace("OVX", "CLOSE") + "01/02/2020,none\n"));
    Batch first = kit.fetch();
    kit.fetch();

    Batch again = kit.fetch();

    assertThat(first).hasRejection("is 'none', not a number");
    assertThat(again).hasObservations(2).hasNoRejections();
  }

  @Test
  void shouldSeeThatTheColumnIsGone() throws Exception {
    kit.answering(StubAnswer.text("DATE,LAST\n06/30/2025,38.89\n"));
    Batch first = kit.fetch();
    kit.fetch();

    assertThat(first).hasObservations(0);
    assertThat(Fetches.failing(kit, Reason.SOURCE_CHANGED))
        .hasMessageContaining("no header with DATE and CLOSE; its first row is DATE,LAST");
  }
}
