package org.muscat.server.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.muscat.spi.KnownBasis;
import org.muscat.store.StoredVersion;

/** Observations as rows of CSV, each with all that the store knows about it. */
final class VersionCsv {

  /** What a row holds, in this order. */
  static final List<String> COLUMNS =
      List.of(
          "series",
          "source",
          "vintage",
          "key",
          "observed_at",
          "known_at",
          "known_basis",
          "value",
          "type",
          "attributes",
          "recorded_at");

  static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final TypeReference<TreeMap<String, String>> ATTRIBUTES = new TypeReference<>() {};

  private VersionCsv() {}

  static List<String> write(StoredVersion version) {
    return List.of(
        Cells.write(version.series()),
        Cells.write(version.source()),
        String.valueOf(version.vintage()),
        Cells.write(version.key()),
        version.observedAt().toString(),
        version.knownAt().toString(),
        version.basis().name().toLowerCase(Locale.ROOT),
        String.valueOf(version.value()),
        Cells.write(version.type()),
        attributes(version.attributes()),
        version.recordedAt().toString());
  }

  /**
   * The version that a row holds.
   *
   * @throws IllegalArgumentException if it holds none; the message names the column and the value
   */
  static StoredVersion read(CSVRecord row) {
    if (row.size() != COLUMNS.size()) {
      throw new IllegalArgumentException(
          "the row has " + row.size() + " cells, not " + COLUMNS.size());
    }
    return new StoredVersion(
        cell(row, 0, "text", Cells::read),
        cell(row, 1, "text", Cells::read),
        cell(row, 2, "number from 1 on", VersionCsv::vintage),
        cell(row, 3, "text", Cells::read),
        cell(row, 4, "instant", Instant::parse),
        cell(row, 5, "instant", Instant::parse),
        cell(row, 6, "fetched, published or assumed", VersionCsv::basis),
        cell(row, 7, "finite number", VersionCsv::value),
        cell(row, 8, "text", Cells::read),
        cell(row, 9, "JSON object of texts", VersionCsv::attributes),
        cell(row, 10, "instant", Instant::parse));
  }

  private static <T> T cell(CSVRecord row, int column, String what, Function<String, T> read) {
    try {
      return read.apply(row.get(column));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          COLUMNS.get(column) + " is '" + row.get(column) + "', not " + article(what), e);
    }
  }

  private static String article(String what) {
    return what.startsWith("fetched") ? what : what.startsWith("i") ? "an " + what : "a " + what;
  }

  private static int vintage(String cell) {
    int vintage = Integer.parseInt(cell);
    if (vintage < 1) {
      throw new IllegalArgumentException("below 1");
    }
    return vintage;
  }

  private static KnownBasis basis(String cell) {
    KnownBasis basis = KnownBasis.valueOf(cell.toUpperCase(Locale.ROOT));
    if (!basis.name().toLowerCase(Locale.ROOT).equals(cell)) {
      throw new IllegalArgumentException("not in lower case");
    }
    return basis;
  }

  private static double value(String cell) {
    double value = Double.parseDouble(cell);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not finite");
    }
    return value;
  }

  private static String attributes(Map<String, String> attributes) {
    if (attributes.isEmpty()) {
      return "";
    }
    try {
      return MAPPER.writeValueAsString(new TreeMap<>(attributes));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("attributes are texts", e);
    }
  }

  private static Map<String, String> attributes(String cell) {
    try {
      return cell.isEmpty() ? Map.of() : MAPPER.readValue(cell, ATTRIBUTES);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }
}
