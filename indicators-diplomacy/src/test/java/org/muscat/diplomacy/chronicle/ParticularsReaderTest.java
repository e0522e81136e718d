package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.Batch.Rejection;

class ParticularsReaderTest {

  @Test
  void shouldReadTheUnitsOfADeployment() {
    Particulars deployment =
        particulars(
            year()
                .event(
                    "2020-05-08",
                    "deployment",
                    "assets: [carrier-group, carrier-group, air-defence-battalion]",
                    "arrived: 2020-05-20"));

    assertThat(deployment.assets())
        .containsExactly(Asset.CARRIER_GROUP, Asset.CARRIER_GROUP, Asset.AIR_DEFENCE_BATTALION);
    assertThat(deployment.arrived()).isEqualTo(LocalDate.parse("2020-05-20"));
  }

  @Test
  void shouldTakeADeploymentWithoutAWordOfItsUnits() {
    Particulars deployment = particulars(year().event("2020-05-08", "deployment"));

    assertThat(deployment.assets()).isEmpty();
    assertThat(deployment.arrived()).isNull();
  }

  @Test
  void shouldReadThreatAndStance() {
    assertThat(
            particulars(
                    year()
                        .event("2020-05-08", "ultimatum", "until: 2020-06-08", "threat: explicit"))
                .threat())
        .isEqualTo("explicit");
    assertThat(
            particulars(year().event("2020-05-08", "allied-statement", "stance: refuses")).stance())
        .isEqualTo("refuses");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "withdrawal|assets: [carrier-group]|'assets' does not go with the type withdrawal",
        "exercise|arrived: 2020-05-20|'arrived' does not go with the type exercise",
        "punishment|threat: explicit|'threat' does not go with the type punishment",
        "offer|stance: supports|'stance' does not go with the type offer",
        "deployment|assets: [frigate]|'assets' 'frigate' is none of [air-defence-battalion,",
        "deployment|assets: []|'assets' is empty; leave it out",
        "deployment|assets: carrier-group|'assets' is not a list",
        "deployment|arrived: soon|'arrived' 'soon' is not a date",
        "contact|mediator: Oman|'mediator' 'Oman' is not a CAMEO code, such as OMN",
        "allied-statement|stance: neutral|'stance' 'neutral' is none of [refuses, supports]",
      })
  void shouldSayWhatDoesNotFit(String type, String line, String reason) {
    assertThat(rejections(year().event("2020-05-08", type, line)))
        .singleElement()
        .asString()
        .contains(reason);
  }

  @Test
  void shouldRefuseAThreatOfAnotherWord() {
    assertThat(
            rejections(
                year().event("2020-05-08", "ultimatum", "until: 2020-06-08", "threat: vague")))
        .singleElement()
        .asString()
        .contains("'threat' 'vague' is none of [explicit, implied]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proxy-incident|1|'level' '1' is not that of proxy-incident, 0.25",
        "seizure|0.5|'level' '0.5' is not that of seizure, 0.25",
        "ship-attack|0.75|'level' '0.75' is not that of ship-attack, 0.25, or 0.5 if a state fired",
        "limited-strike|1|'level' '1' is not that of limited-strike, 0.75",
        "sustained-strikes|0.75|'level' '0.75' is not that of sustained-strikes, 1",
      })
  void shouldHoldTheLevelToTheType(String type, String level, String reason) {
    assertThat(rejections(year().strike("2020-05-08", type, level)))
        .singleElement()
        .asString()
        .contains(reason);
  }

  private static Coded year() {
    return Coded.days("2020-01-01", "2020-12-31");
  }

  private static Particulars particulars(Coded coded) {
    return coded.file().events().get(0).particulars();
  }

  private static List<String> rejections(Coded coded) {
    return ChronicleParser.parse("x.yaml", coded.text()).rejections().stream()
        .map(Rejection::reason)
        .toList();
  }
}
