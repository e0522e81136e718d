package org.muscat.server.chokepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

  @ParameterizedTest
  @CsvSource({
    "26.3, 56.86, 26.3, 56.86",
    "-52.64, -69.59, -52.64, -69.59",
    "90, 180, 90, 180",
    "-90, -180, -90, -180",
    "12.5, 190.25, 12.5, -169.75",
    "12.5, -181, 12.5, 179"
  })
  void shouldCountLongitudesFromMinusToPlusHalfACircle(
      String latitude, String longitude, double north, double east) {
    Place place = Place.of(Map.of("latitude", latitude, "longitude", longitude));

    assertThat(place).isEqualTo(new Place(north, east));
  }

  @ParameterizedTest
  @CsvSource({
    "90.1, 0, its latitude '90.1' is not a number from -90 to 90",
    "12N, 0, its latitude '12N' is not a number from -90 to 90",
    "NaN, 0, its latitude 'NaN' is not a number from -90 to 90",
    "0, -360.5, its longitude '-360.5' is not a number from -360 to 360",
    "0, Infinity, its longitude 'Infinity' is not a number from -360 to 360"
  })
  void shouldSayWhyATextIsNoPlace(String latitude, String longitude, String why) {
    Map<String, String> texts = Map.of("latitude", latitude, "longitude", longitude);

    assertThatIllegalArgumentException().isThrownBy(() -> Place.of(texts)).withMessage(why);
  }

  @Test
  void shouldSayWhichTextIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Place.of(Map.of("latitude", "1")))
        .withMessage("nothing tells its longitude");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Place.of(Map.of("longitude", "1")))
        .withMessage("nothing tells its latitude");
  }
}
