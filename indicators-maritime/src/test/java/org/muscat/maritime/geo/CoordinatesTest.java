package org.muscat.maritime.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "28-30.00N 080-15.00W | 28.5 | -80.25",
        "near 12-33N 043-30E. | 12.55 | 43.5",
        "18-30-36S 073-15-00W | -18.51 | -73.25",
        "05:30.0S – 105:15E | -5.5 | 105.25",
        "12°33'00\"N 43°30'00\"E | 12.55 | 43.5",
        "12 33 N 043 30 E | 12.55 | 43.5",
        "12.55N, 43.5E | 12.55 | 43.5",
        "90-00N 180-00W | 90 | -180"
      })
  void shouldReadAPosition(String text, double latitude, double longitude) {
    assertThat(Coordinates.firstOf(text)).isEqualTo(new Position(latitude, longitude));
  }

  @ParameterizedTest
  @CsvSource({
    "12-60N 043-31E, minutes",
    "12-33-60N 043-31-00E, seconds",
    "91-00N 043-31E, latitude",
    "12-33N 180-01E, longitude",
    "12-33N, no-position",
    "'', no-position"
  })
  void shouldRefuseWhatIsNone(String text, String reason) {
    assertThatThrownBy(() -> Coordinates.firstOf(text))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(reason + ": ");
  }

  @Test
  void shouldReadTheOtherPositionsOfATextWithOneThatIsNone() {
    Coordinates.Found found =
        Coordinates.allOf("A. 12-33N 043-30E. B. 12-60.0N 043-30E. C. 13-00N 44-00E");

    assertThat(found.positions()).containsExactly(new Position(12.55, 43.5), new Position(13, 44));
    assertThat(found.refused())
        .singleElement()
        .satisfies(refused -> assertThat(refused).hasMessageContaining("12-60.0N"));
  }

  @Test
  void shouldReadDateTimeGroups() {
    Instant issued = DateTimeGroup.parse("150429Z APR 2023");

    assertThat(issued).isEqualTo("2023-04-15T04:29:00Z");
    assertThat(DateTimeGroup.cancellation("2. CANCEL THIS MSG 251516Z APR 23.", issued))
        .contains(Instant.parse("2023-04-25T15:16:00Z"));
    assertThat(DateTimeGroup.span("191218Z TO 191647Z APR", issued))
        .contains(
            new DateTimeGroup.Span(
                Instant.parse("2023-04-19T12:18:00Z"), Instant.parse("2023-04-19T16:47:00Z")));
  }

  @ParameterizedTest
  @CsvSource({"310429Z APR 2023", "152429Z APR 2023", "150429Z ABR 2023", "150429Z APR", "soon"})
  void shouldRefuseADateThatIsNone(String text) {
    assertThatThrownBy(() -> DateTimeGroup.parse(text)).hasMessageStartingWith("date: ");
  }
}
