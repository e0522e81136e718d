package org.muscat.maritime.incidents;

import static org.muscat.maritime.geo.RefusedException.quoted;

import java.util.Arrays;
import java.util.List;
import org.muscat.maritime.geo.RefusedException;
import org.muscat.maritime.geo.RefusedException.Reason;
import org.muscat.maritime.reports.Table;

/**
 * The layouts of incident files, told by their header; more columns than these are allowed, except
 * in the plain one, and not read.
 *
 * <p>ASAM is the layout of the recorded file, NGA that of the answers of NGA's own interface while
 * there was one. UKMTO has the field names that clients of its web page read from its JSON answer;
 * IMB the headings of its live report, whose positions stand in the narration. Neither publisher
 * documents a CSV export: whoever drops such a file made it.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists of List.of are immutable
enum IncidentLayout {
  ASAM(
      List.of("reference_number", "date_of_occurrence", "latitude", "longitude", "description"),
      List.of("subregion", "victim", "", "latitude", "longitude")),
  NGA(
      List.of("reference", "date", "latitude", "longitude", "subreg", "hostility", "description"),
      List.of("subreg", "victim", "hostility", "latitude", "longitude")),
  UKMTO(
      List.of(
          "incidentNumber",
          "utcDateOfIncident",
          "locationLatitude",
          "locationLongitude",
          "otherDetails"),
      List.of("region", "vesselName", "incidentTypeName", "locationLatitude", "locationLongitude")),
  IMB(
      List.of("Attack Number", "Date of Incident", "Narrations"),
      List.of("Location detail", "Type of Vessel", "Type of Attack", "", "")),
  PLAIN(
      List.of("reporter", "reference", "observed_at", "latitude", "longitude", "type", "title"),
      List.of("subregion", "victim", "type", "latitude", "longitude"));

  private static final List<String> REPORTERS = List.of("asam", "ukmto", "imb", "jmic");
  private static final List<String> PLAIN_OPTIONAL =
      List.of("known_at", "subregion", "aggressor", "victim");

  private final List<String> required;
  private final List<String> other;

  IncidentLayout(List<String> required, List<String> other) {
    this.required = required;
    this.other = other;
  }

  /**
   * The layout of a header.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  static IncidentLayout of(Table table, List<String> header) {
    return Arrays.stream(values())
        .filter(
            layout ->
                layout == PLAIN
                    ? table.hasOnly(layout.required, PLAIN_OPTIONAL)
                    : table.hasAll(layout.required))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "header "
                        + quoted(header.toString())
                        + " is none of a known layout; the plain one has "
                        + PLAIN.required
                        + " and may have "
                        + PLAIN_OPTIONAL));
  }

  String reporter(Table table, List<String> row) {
    if (this != PLAIN) {
      return word();
    }
    String reporter = table.text(row, "reporter");
    if (!REPORTERS.contains(reporter)) {
      throw new RefusedException(
          Reason.WORD, "reporter " + quoted(reporter) + " is none of " + REPORTERS);
    }
    return reporter;
  }

  private String word() {
    return switch (this) {
      case ASAM, NGA -> "asam";
      case UKMTO -> "ukmto";
      case IMB -> "imb";
      case PLAIN -> throw new IllegalStateException("the plain layout names its reporters");
    };
  }

  String reference() {
    return this == PLAIN ? "reference" : required.get(0);
  }

  String date() {
    return this == PLAIN ? "observed_at" : required.get(1);
  }

  String text() {
    return required.get(required.size() - 1);
  }

  String subregion() {
    return other.get(0);
  }

  String victim() {
    return other.get(1);
  }

  String kind() {
    return other.get(2);
  }

  String latitude() {
    return other.get(3);
  }

  String longitude() {
    return other.get(4);
  }
}
