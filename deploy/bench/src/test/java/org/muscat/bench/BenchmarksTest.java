package org.muscat.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.engine.Movement;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.prepare.Treated;
import org.muscat.engine.panel.prepare.Treatment;
import org.muscat.engine.theatre.TheatreFold;
import org.muscat.engine.theatre.TheatreMemory;
import org.muscat.engine.theatre.TheatreState;
import org.muscat.server.index.Assessment;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What is measured is what it claims to be: a benchmark of nothing is fast. */
class BenchmarksTest {

  @Test
  void shouldScoreEveryUnitOfAPeriod() {
    PanelHistoryBenchmark benchmark = new PanelHistoryBenchmark();
    benchmark.generate();

    double[] index = benchmark.onePeriod().column("index");

    assertThat(index).hasSize(200);
    assertThat(Arrays.stream(index)).allMatch(score -> score > 0 && score < 100);
  }

  @Test
  void shouldGenerateColumnsOfEveryKindOfTreatment() {
    Panel panel = SyntheticPanel.of(200, 40, 1).periods().get(0);

    Treated treated = Treatment.CUSTOMARY.apply(panel);

    assertThat(treated.reports()).anyMatch(Treated.Report::logarithm);
    assertThat(treated.reports()).anyMatch(report -> report.winsorisedPoints() > 0);
    assertThat(treated.reports()).anyMatch(report -> report.winsorised() == null);
  }

  @Test
  void shouldRepeatTheSeedsToTheBit() {
    Panel once = SyntheticPanel.of(20, 8, 2).periods().get(1);
    Panel again = SyntheticPanel.of(20, 8, 2).periods().get(1);

    assertThat(once.column("indicator3")).isEqualTo(again.column("indicator3"));
  }

  @Test
  void shouldComposeAStressBetweenNoughtAndOne() {
    CissBenchmark benchmark = new CissBenchmark();
    benchmark.generate();

    assertThat(benchmark.sixHundredTimes()).isBetween(0.0, 1.0);
  }

  @Test
  void shouldScoreEveryTheatreOfATickAndSayWhatMovedIt() {
    TheatreFold fold = SyntheticTheatres.fold();
    SyntheticTheatres synthetic = new SyntheticTheatres(3);
    TheatreMemory memory = synthetic.remembered(fold);

    TheatreState before =
        fold.at(memory, SyntheticTheatres.NOW, synthetic.readings(fold, SyntheticTheatres.NOW));
    TheatreState after =
        fold.at(memory, SyntheticTheatres.NOW, synthetic.readings(fold, SyntheticTheatres.NOW));

    assertThat(after.index().scored()).isPresent();
    assertThat(after.regime()).isNotNull();
    assertThat(after.margin().margin()).isNotNull();
    assertThat(Movement.between(before.index(), after.index()).parts()).hasSizeGreaterThan(40);
  }

  @Test
  void shouldScoreEveryStoredTheatreAndSayWhatMovedIt() throws IOException {
    try (StoredTheatres muscat = new StoredTheatres(3, 8, 31)) {
      Instant now = StoredTheatres.LAST_DAY.plusSeconds(60);
      muscat.append(now);

      List<Assessment> all = muscat.assessor().assessAll(muscat.theatres().all(), now);

      assertThat(all).hasSize(3);
      assertThat(all).allMatch(one -> one.state().scored().isPresent());
      assertThat(all).allMatch(one -> one.state().coverage() == 1);
      assertThat(all).allMatch(one -> one.moves().size() == 2);
    }
  }

  @Test
  void shouldSayWhichRecordedFileIsNotThere(@TempDir Path empty) {
    String before = System.setProperty("muscat.shared", empty.toString());
    try {
      assertThatThrownBy(() -> new AsemPipelineBenchmark().read())
          .hasMessageContaining("asem_iMeta.csv")
          .hasMessageContaining("MUSCAT_SHARED");
    } finally {
      System.setProperty("muscat.shared", before);
    }
  }

  @Test
  void shouldPrintATableWithTheTarget() throws Exception {
    var results =
        new Runner(
                new OptionsBuilder()
                    .include("StreamBenchmark.moments")
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(org.openjdk.jmh.runner.options.TimeValue.milliseconds(20))
                    .build())
            .run();

    assertThat(Table.of(results))
        .containsPattern("StreamBenchmark.moments +\\| +1.00 us \\| +[0-9.]+ [num]s \\| +- \\|");
  }
}
