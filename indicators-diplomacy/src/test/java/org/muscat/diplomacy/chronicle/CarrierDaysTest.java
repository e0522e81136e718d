package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.muscat.diplomacy.chronicle.ChronicleSource.SourceFile;

/** The stays of carriers in the bundled chronicle: a relief may not read as an absence. */
class CarrierDaysTest {

  private static final LocalDate FIRST = LocalDate.parse("2018-05-01");
  private static final LocalDate LAST = LocalDate.parse("2025-06-30");

  /** As docs/chronicle.md tells them. */
  @Test
  void shouldHaveNoOtherDaysWithoutACarrierThanTheDocumentedOnes() throws Exception {
    assertThat(spansWithoutACarrier())
        .containsExactly(
            "2018-05-01 to 2018-12-20",
            "2019-02-21 to 2019-03-24",
            "2019-04-22 to 2019-05-04",
            "2020-11-17 to 2020-11-24",
            "2021-02-02 to 2021-04-01",
            "2021-09-24 to 2023-10-07",
            "2024-11-19 to 2024-12-13");
  }

  private static List<String> spansWithoutACarrier() throws Exception {
    NavigableSet<LocalDate> without = new TreeSet<>(FIRST.datesUntil(LAST.plusDays(1)).toList());
    for (SourceFile file : new BundledChronicle("gulf").files()) {
      CodedFile coded = ChronicleParser.parse(file.name(), file.text()).file();
      assertThat(coded).as(file.name()).isNotNull();
      coded.events().stream()
          .filter(event -> event.particulars().assets().contains(Asset.CARRIER_GROUP))
          .forEach(event -> without.removeAll(days(event)));
    }
    List<String> spans = new ArrayList<>();
    LocalDate from = null;
    for (LocalDate day : without) {
      from = from == null ? day : from;
      if (!without.contains(day.plusDays(1))) {
        spans.add(from + " to " + day);
        from = null;
      }
    }
    return spans;
  }

  private static List<LocalDate> days(CodedEvent stay) {
    LocalDate until = stay.until() == null ? LAST : stay.until();
    return stay.date().datesUntil(until.plusDays(1)).toList();
  }
}
