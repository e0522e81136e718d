package org.muscat.filedrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Observation;

class WideRowsTest {

  private static final List<String> HEADER = List.of("Date", "GPR_AI", "GPR_OIL", "note");
  private static final List<String> COLUMNS = List.of("gpr-ai/all=GPR_AI", "gpr-ai/oil=GPR_OIL");

  @Test
  void shouldReadAPointOfEachSeries() {
    List<Observation> points = rows().read(2, List.of("2024-03-01", "1.5", "0.25", "x"));

    Instant day = Instant.parse("2024-03-01T00:00:00Z");
    assertThat(points)
        .containsExactly(
            Observation.point("gpr-ai/all", day, 1.5), Observation.point("gpr-ai/oil", day, 0.25));
  }

  @Test
  void shouldTakeAMissingValueForNone() {
    assertThat(rows().read(2, List.of("2024-03-01", "", ".", ""))).isEmpty();
  }

  @Test
  void shouldTellWhichSeriesHasNoNumber() {
    assertThatThrownBy(() -> rows().read(2, List.of("2024-03-01", "1.5", "n/a", "")))
        .hasMessage(
            "gpr-ai/oil: value 'n/a' is not a finite number with a decimal point, such as 1234.5");
  }

  @Test
  void shouldRefuseADayThatStandsTwice() {
    WideRows rows = rows();
    assertThat(rows.read(2, List.of("2024-03-01", "1", "2", ""))).hasSize(2);

    assertThatThrownBy(() -> rows.read(3, List.of("2024-03-01", "1", "2", "")))
        .hasMessage("line 2 already has the day 2024-03-01T00:00:00Z");
  }

  @Test
  void shouldTakeAGoodRowOfADayOfWhichABadOneWasRefused() {
    WideRows rows = rows();
    assertThatThrownBy(() -> rows.read(2, List.of("2024-03-01", "1", "n/a", "")))
        .hasMessageStartingWith("gpr-ai/oil: ");

    assertThat(rows.read(3, List.of("2024-03-01", "1", "2", ""))).hasSize(2);

    assertThatThrownBy(() -> rows.read(4, List.of("2024-03-01", "1", "2", "")))
        .hasMessageStartingWith("line 3 already has the day");
  }

  @Test
  void shouldRefuseAFileWithoutAColumn() {
    assertThatThrownBy(() -> WideRows.of(List.of("Date", "GPR"), "Date", COLUMNS, List.of(".")))
        .hasMessage("header has no column 'GPR_AI'; it has [Date, GPR]");
  }

  @Test
  void shouldAskForColumnsWhereThereIsADate() {
    FileDropConfig config =
        new FileDropConfig(
            Path.of("risk"), Optional.of("Date"), List.of("a/b=X", "a/b=Y"), List.of());

    assertThat(new FileDropProvider().validate(config))
        .containsExactly(new ConfigProblem("columns", "names the series 'a/b' twice"));
    assertThat(
            new FileDropProvider()
                .validate(
                    new FileDropConfig(Path.of("risk"), Optional.of("Date"), List.of(), List.of())))
        .extracting(ConfigProblem::option)
        .containsExactly("columns");
  }

  private static WideRows rows() {
    return WideRows.of(HEADER, "Date", COLUMNS, List.of("."));
  }
}
