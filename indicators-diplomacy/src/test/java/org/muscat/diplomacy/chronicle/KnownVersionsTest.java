package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownVersionsTest {

  @Test
  void shouldSayThatADeploymentIsOrderedUntilItArrived() {
    KnownVersions versions =
        versions(
            "deployment",
            "assets: [carrier-group, bomber-task-force]",
            "arrived: 2020-01-15",
            "until: 2020-01-20");

    assertThat(versions.days())
        .containsExactly(day("2020-01-05"), day("2020-01-15"), day("2020-01-21"));
    assertThat(versions.after(day("2020-01-05")).attributes())
        .containsEntry("assets", "carrier-group bomber-task-force")
        .containsEntry("ordered", "true")
        .doesNotContainKeys("arrived", "until", "ongoing");
    assertThat(versions.after(day("2020-01-15")).attributes())
        .containsEntry("arrived", "2020-01-15")
        .doesNotContainKeys("ordered", "until", "ongoing");
    assertThat(versions.after(day("2020-01-21")).attributes())
        .containsEntry("arrived", "2020-01-15")
        .containsEntry("until", "2020-01-20");
  }

  @Test
  void shouldHaveADeploymentInTheTheatreFromItsDateWithoutAnArrival() {
    KnownVersions versions = versions("deployment", "assets: [carrier-group]");

    assertThat(versions.days()).containsExactly(day("2020-01-05"));
    assertThat(versions.after(day("2020-01-05")).attributes())
        .doesNotContainKeys("ordered", "arrived");
  }

  @Test
  void shouldNotTellWhetherTheEndOfADeploymentWillBeCoded() {
    KnownVersions ends = versions("deployment", "assets: [carrier-group]", "until: 2020-01-20");
    KnownVersions stays = versions("deployment", "assets: [carrier-group]");

    for (String day : List.of("2020-01-05", "2020-01-06", "2020-01-20")) {
      assertThat(ends.after(day(day))).isEqualTo(stays.after(day(day)));
    }
  }

  @Test
  void shouldTellThreatAndStanceFromTheFirstDay() {
    assertThat(
            versions("ultimatum", "until: 2020-02-05", "threat: explicit")
                .after(day("2020-01-05"))
                .attributes())
        .containsEntry("threat", "explicit")
        .containsEntry("until", "2020-02-05");
    assertThat(
            versions("allied-statement", "stance: supports").after(day("2020-01-05")).attributes())
        .containsEntry("stance", "supports");
  }

  @Test
  void shouldTellNothingThatWasNotCoded() {
    assertThat(versions("ultimatum", "until: 2020-02-05").after(day("2020-01-05")).attributes())
        .doesNotContainKeys("threat", "stance", "assets", "ordered", "mediator", "attribution");
  }

  private static KnownVersions versions(String type, String... more) {
    return new KnownVersions(
        Coded.days("2020-01-01", "2020-01-31")
            .event("2020-01-05", type, more)
            .file()
            .events()
            .get(0));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
