package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.Batch.Rejection;

class ChronicleParserTest {

  @Test
  void shouldReadAnEvent() {
    CodedFile file =
        Coded.days("2020-01-01", "2020-12-31")
            .strike("2020-01-03", "limited-strike", "0.75", "until: 2020-01-04", "area: levant")
            .file();

    assertThat(file.codedThrough()).isEqualTo(LocalDate.parse("2020-12-31"));
    assertThat(file.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.line()).isEqualTo(5);
              assertThat(event.type()).isEqualTo(EventType.LIMITED_STRIKE);
              assertThat(event.actors()).containsExactly("USA", "IRN");
              assertThat(event.particulars().level()).isEqualTo(.75);
              assertThat(event.until()).isEqualTo(LocalDate.parse("2020-01-04"));
              assertThat(event.particulars().attribution()).isEqualTo("claimed");
              assertThat(event.area()).isEqualTo("levant");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date: 2020-02-30|'date' '2020-02-30' is not a date",
        "date: 8 May 2020|'date' '8 May 2020' is not a date",
        "type: chat|'type' 'chat' is none of [agreement-end,",
        "colour: red|unknown key 'colour'; allowed are [actors, area,",
        "level: 0.5|'level' does not go with the type contact",
        "attribution: claimed|'attribution' does not go with the type contact",
        "confidence: D|'confidence' 'D' is none of [A, B, C]",
        "verified: yes|'verified' 'yes' is none of [false, true]",
        "area: moon|'area' 'moon' is none of",
        "actors: [us]|'actors' 'us' is not a CAMEO code",
        "actors: [USA, USA]|'actors' [USA, USA] is empty or names one twice",
        "actors: []|'actors' [] is empty",
        "actors: USA|'actors' is not a list",
        "summary:|'summary' is missing",
        "summary: ' '|'summary' is blank",
        "summary: [a]|'summary' is not a plain text",
        "sources: [{title: A, opened: true}]|'publisher' is missing",
        "sources: [{title: A, publisher: B, opened: true, url: c}]|unknown key 'url'",
        "until: never|'until' 'never' is not a date",
      })
  void shouldSayWhatIsWrongWithAnEvent(String line, String reason) {
    String text =
        Coded.days("2020-01-01", "2020-12-31")
            .named("2020-05-08-x", "2020-05-08", "contact", line)
            .text();

    ChronicleParser.Result result = ChronicleParser.parse("gulf/2020.yaml", text);

    assertThat(result.file()).isNull();
    assertThat(result.rejections())
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.where()).isEqualTo("gulf/2020.yaml");
              assertThat(rejection.line()).isBetween(5L, 20L);
              assertThat(rejection.reason()).contains("event '2020-05-08-x': ").contains(reason);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attribution: claimed|'level' is missing",
        "level: 0.25|'attribution' is missing",
        "level: 0.6|'level' '0.6' is not that of seizure, 0.25",
        "level: NaN|'level' 'NaN' is not that of",
        "mediator: OMN|'mediator' does not go with the type seizure",
      })
  void shouldAskAKineticEventForLevelAndAttribution(String line, String reason) {
    Coded coded = Coded.days("2020-01-01", "2020-12-31");
    boolean whole = !reason.contains("missing");
    String text =
        whole && !line.startsWith("level")
            ? coded.strike("2020-05-08", "seizure", "0.25", line).text()
            : whole
                ? coded.event("2020-05-08", "seizure", "attribution: claimed", line).text()
                : coded.event("2020-05-08", "seizure", line).text();

    assertThat(ChronicleParser.parse("x.yaml", text).rejections())
        .singleElement()
        .satisfies(rejection -> assertThat(rejection.reason()).contains(reason));
  }

  @Test
  void shouldAskAnUltimatumForItsDeadline() {
    String text = Coded.days("2020-01-01", "2020-12-31").event("2020-05-08", "ultimatum").text();

    assertThat(ChronicleParser.parse("x.yaml", text).rejections())
        .extracting(Rejection::reason)
        .containsExactly(
            "event '2020-05-08-ultimatum-1': 'until' is missing; it is the deadline of an"
                + " ultimatum");
  }

  @Test
  void shouldNameEveryBadEventAndThenTakeNoneOfTheFile() {
    String text =
        Coded.days("2020-01-01", "2020-12-31")
            .event("2020-05-08", "chat")
            .event("2020-05-09", "contact")
            .named("No-Date", "2020-05-10", "contact")
            .text();

    ChronicleParser.Result result = ChronicleParser.parse("x.yaml", text);

    assertThat(result.file()).isNull();
    assertThat(result.rejections())
        .extracting(Rejection::reason)
        .satisfiesExactly(
            first -> assertThat(first).contains("event '2020-05-08-chat-1': 'type'"),
            second ->
                assertThat(second).contains("event 'No-Date': 'id' is not a date and a slug"));
  }

  @Test
  void shouldTellAllProblemsOfAnEventAtOnce() {
    String text =
        Coded.days("2020-01-01", "2020-12-31")
            .named(
                "2020-05-08-x",
                "2020-05-08",
                "seizure",
                "area: moon",
                "confidence: D",
                "assets: [carrier-group]",
                "coded: today",
                "colour: red",
                "shape: round")
            .text();

    assertThat(ChronicleParser.parse("x.yaml", text).rejections())
        .extracting(Rejection::reason)
        .satisfiesExactlyInAnyOrder(
            one -> assertThat(one).contains("'area' 'moon'"),
            two -> assertThat(two).contains("'confidence' 'D'"),
            three -> assertThat(three).contains("'coded' 'today' is not a date"),
            four -> assertThat(four).contains("'level' is missing"),
            five -> assertThat(five).contains("'attribution' is missing"),
            six -> assertThat(six).contains("'assets' does not go with the type seizure"),
            seven -> assertThat(seven).contains("unknown key 'colour'"),
            eight -> assertThat(eight).contains("unknown key 'shape'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|the file is empty",
        "'a: [1'|not YAML",
        "'- a'|chronicle: is not a mapping",
        "'theatre: gulf'|chronicle: 'events' is missing",
        "'events: []'|chronicle: 'theatre' is missing",
        "'events: []\ntheatre: gulf\ntheatre: gulf'|chronicle: key 'theatre' is given twice",
        "'events: [x]\ntheatre: gulf'|event 1: is not a mapping",
        "'---\na: 1\n---\nb: 2'|not YAML",
      })
  void shouldRefuseWhatIsNoChronicle(String text, String reason) {
    ChronicleParser.Result result = ChronicleParser.parse("x.yaml", text.replace("\\n", "\n"));

    assertThat(result.file()).isNull();
    assertThat(result.rejections().get(0).reason()).startsWith(reason);
  }

  @Test
  void shouldBuildNoObjectThatATagAsksFor() {
    String text =
        Coded.days("2020-01-01", "2020-12-31")
            .event("2020-05-08", "contact", "summary: !!java.net.URL [http://x]")
            .text();

    assertThat(ChronicleParser.parse("x.yaml", text).rejections())
        .singleElement()
        .satisfies(
            rejection ->
                assertThat(rejection.reason()).startsWith("not YAML: Global tag is not allowed"));
  }

  @Test
  void shouldBoundAliases() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 20; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s, %s]\n".formatted(i, i, before, before));
    }

    assertThat(ChronicleParser.parse("x.yaml", bomb.toString()).rejections())
        .singleElement()
        .satisfies(rejection -> assertThat(rejection.reason()).contains("aliases"));
  }

  @Test
  void shouldTellEveryTypeOfTheCodingManualByItsWord() {
    assertThat(List.of(EventType.values()))
        .allSatisfy(type -> assertThat(EventType.of(type.word())).contains(type));
    assertThat(EventType.of("chat")).isEmpty();
  }
}
