package org.muscat.diplomacy.sanctions;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.muscat.testkit.StubAnswer;

/** Made-up lists in the shape of OFAC's. Immutable; each method gives another. */
public final class SdnLists {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

  private record Row(long uid, String name, String kind, List<String> programmes, String imo) {}

  private final LocalDate published;
  private final List<Row> rows;

  private SdnLists(LocalDate published, List<Row> rows) {
    this.published = published;
    this.rows = List.copyOf(rows);
  }

  /** A list of a day with one bank, which other programmes also name, and a smuggler elsewhere. */
  public static SdnLists of(String published) {
    return new SdnLists(LocalDate.parse(published), List.of())
        .entity(7001, "MADE UP BANK", "IRAN", "IFSR")
        .entity(7002, "MADE UP CARTEL", "SDNTK");
  }

  SdnLists on(String day) {
    return new SdnLists(LocalDate.parse(day), rows);
  }

  SdnLists entity(long uid, String name, String... programmes) {
    return with(new Row(uid, name, "Entity", List.of(programmes), ""));
  }

  SdnLists vessel(long uid, String name, String imo) {
    return with(new Row(uid, name, "Vessel", List.of("IRAN-EO13902"), imo));
  }

  SdnLists without(long uid) {
    return new SdnLists(published, rows.stream().filter(row -> row.uid() != uid).toList());
  }

  private SdnLists with(Row row) {
    List<Row> more = new ArrayList<>(rows);
    more.add(row);
    return new SdnLists(published, more);
  }

  public String xml() {
    return """
        <?xml version="1.0" standalone="yes"?>
        <sdnList xmlns="https://example.invalid/exports/XML">
          <publshInformation>
            <Publish_Date>%s</Publish_Date>
            <Record_Count>%d</Record_Count>
          </publshInformation>
        %s
        </sdnList>
        """
        .formatted(
            DAY.format(published),
            rows.size(),
            rows.stream().map(SdnLists::entry).collect(Collectors.joining("\n")));
  }

  private static String entry(Row row) {
    String programmes =
        row.programmes().stream()
            .map(programme -> "<program>" + programme + "</program>")
            .collect(Collectors.joining());
    String ids =
        row.imo().isEmpty()
            ? ""
            : "<idList><id><uid>1</uid><idType>Vessel Registration Identification</idType>"
                + "<idNumber>IMO "
                + row.imo()
                + "</idNumber></id></idList>";
    return """
          <sdnEntry>
            <uid>%d</uid>
            <lastName>%s</lastName>
            <sdnType>%s</sdnType>
            <programList>%s</programList>
            %s
            <akaList><aka><uid>99</uid><type>a.k.a.</type><lastName>ALIAS</lastName></aka></akaList>
          </sdnEntry>"""
        .formatted(row.uid(), row.name(), row.kind(), programmes, ids);
  }

  /** Without the day, which CSV does not have. */
  String csv() {
    return rows.stream().map(SdnLists::line).collect(Collectors.joining("\r\n")) + "\r\n\u001a\r\n";
  }

  private static String line(Row row) {
    return "%d,\"%s\",%s,\"%s\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,%s"
        .formatted(
            row.uid(),
            row.name(),
            row.kind().equals("Entity")
                ? "-0- "
                : "\"" + row.kind().toLowerCase(Locale.ROOT) + "\"",
            String.join("] [", row.programmes()),
            row.imo().isEmpty()
                ? "-0- "
                : "\"Vessel Registration Identification IMO " + row.imo() + "; Linked To: X.\"");
  }

  public StubAnswer answer(String... moreHeaders) {
    return text(xml(), moreHeaders);
  }

  static StubAnswer text(String text, String... moreHeaders) {
    return StubAnswer.of(
        200, "application/xml", text.getBytes(StandardCharsets.UTF_8), moreHeaders);
  }
}
