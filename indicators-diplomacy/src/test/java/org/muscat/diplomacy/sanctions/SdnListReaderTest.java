package org.muscat.diplomacy.sanctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;

class SdnListReaderTest {

  private static final Programmes IRAN = new Programmes(List.of("IRAN*", "IFSR"));
  private static final SdnLists LIST =
      SdnLists.of("2025-06-20").vessel(8001, "MADE UP TANKER", "9187629");
  private static final SdnEntry BANK =
      new SdnEntry(7001, "MADE UP BANK", "entity", List.of("IFSR", "IRAN"), "");
  private static final SdnEntry TANKER =
      new SdnEntry(8001, "MADE UP TANKER", "vessel", List.of("IRAN-EO13902"), "9187629");

  @Test
  void shouldReadTheWatchedEntriesOfXml() throws Exception {
    SdnList list = read(LIST.xml());

    assertThat(list.published()).contains(LocalDate.of(2025, 6, 20));
    assertThat(list.watched().values()).containsExactly(BANK, TANKER);
    assertThat(list.isWhole()).isTrue();
  }

  @Test
  void shouldReadTheSameOfCsv() throws Exception {
    SdnList list = read(LIST.csv());

    assertThat(list.published()).isEmpty();
    assertThat(list.watched().values()).containsExactly(BANK, TANKER);
    assertThat(list.isWhole()).isTrue();
  }

  @Test
  void shouldJoinTheNamesOfAPerson() throws Exception {
    SdnList list =
        read(LIST.xml().replaceFirst("<lastName>", "<firstName>Jo</firstName><lastName>"));

    assertThat(list.watched().get(7001L).name()).isEqualTo("MADE UP BANK, Jo");
  }

  @Test
  void shouldFindAnImoNumberInTheRemarks() throws Exception {
    String xml =
        LIST.xml()
            .replaceAll("<idList>.*</idList>", "<remarks>(Linked To: X) IMO 9187630; y.</remarks>");

    assertThat(read(xml).watched().get(8001L).imo()).isEqualTo("9187630");
  }

  @Test
  void shouldReadXmlBehindAByteOrderMark() throws Exception {
    assertThat(read("\ufeff" + LIST.xml()).watched()).hasSize(2);
  }

  @Test
  void shouldNotGuessAtBytesThatAreNoUtf8() {
    byte[] latin = LIST.xml().replace("BANK", "BÄNK").getBytes(StandardCharsets.ISO_8859_1);

    FeedException failure =
        catchThrowableOfType(FeedException.class, () -> SdnListReader.read("list", latin, IRAN));

    assertThat(failure.reason()).isEqualTo(Reason.BAD_DATA);
  }

  @Test
  void shouldSayThatAFileOfCsvMayBeCutOff() throws Exception {
    SdnList list = read(LIST.csv().replace("\u001a", ""));

    assertThat(list.isWhole()).isFalse();
    assertThat(list.rejections().get(0).reason()).contains("the end may be missing");
  }

  @Test
  void shouldTellAnEntryThatCannotBeRead() throws Exception {
    SdnList list = read(LIST.xml().replace("<uid>8001</uid>", "<uid>x</uid>"));

    assertThat(list.watched()).containsOnlyKeys(7001L);
    assertThat(list.rejections())
        .singleElement()
        .hasToString("list:23: the number of an entry is 'x', no number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<Record_Count>3 | <Record_Count>4 | SOURCE_CHANGED | has 3 entries and announces 4",
        "06/20/2025 | 2025-06-20 | SOURCE_CHANGED | the Publish_Date '2025-06-20', not as in",
        "<Record_Count>3 | <Record_Count>three | SOURCE_CHANGED | the Record_Count 'three', no number",
        "Publish_Date | Published | SOURCE_CHANGED | no <Publish_Date>",
        "sdnList | consolidated | SOURCE_CHANGED | the root <consolidated>, not <sdnList>",
        "<program>IRAN</program><program>IFSR</program> | <program>A</program> | SOURCE_CHANGED | no entry of IFSR IRAN* among 3",
        "</sdnList> | '' | BAD_DATA | is no whole XML",
        "<sdnList | <!DOCTYPE a SYSTEM \"x\"><sdnList | BAD_DATA | a document type"
      })
  void shouldRefuseAListThatIsNotWhatItWas(String right, String wrong, Reason reason, String told) {
    String xml = SdnLists.of("2025-06-20").entity(7003, "OTHER", "SDGT").xml();
    assertThat(xml).contains(right);

    FeedException failure = failure(xml.replace(right, wrong));

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure).hasMessageContaining(told).hasMessageStartingWith("list ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sorry, try later", "<html><p>Sorry</p></html>", "{\"error\":1}"})
  void shouldNotTakeAnotherAnswerForAList(String text) {
    assertThat(failure(text).reason()).isIn(Reason.BAD_DATA, Reason.SOURCE_CHANGED);
  }

  @Test
  void shouldNotLookForAnOutsideEntity() {
    String xml =
        LIST.xml()
            .replace(
                "<sdnList",
                "<!DOCTYPE sdnList [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><sdnList")
            .replace("MADE UP BANK", "&e;");

    assertThat(failure(xml).reason()).isEqualTo(Reason.BAD_DATA);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldTakeNoXmlThatIsCutOff(long seed) {
    byte[] whole = LIST.xml().strip().getBytes(StandardCharsets.UTF_8);
    int length = new Random(seed).nextInt(whole.length);

    FeedException failure =
        catchThrowableOfType(
            FeedException.class,
            () -> SdnListReader.read("list", Arrays.copyOf(whole, length), IRAN));

    assertThat(failure).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void shouldReadSpoiltBytesOrSayWhyNot(long seed) throws Exception {
    Random random = new Random(seed);
    for (String text : List.of(LIST.xml(), LIST.csv())) {
      byte[] spoilt = text.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 5; i++) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
      }

      try {
        assertThat(SdnListReader.read("list", spoilt, IRAN).watched()).isNotEmpty();
      } catch (FeedException e) {
        assertThat(e).hasMessageStartingWith("list ");
      }
    }
  }

  private static SdnList read(String text) throws Exception {
    return SdnListReader.read("list", text.getBytes(StandardCharsets.UTF_8), IRAN);
  }

  private static FeedException failure(String text) {
    return catchThrowableOfType(FeedException.class, () -> read(text));
  }
}
