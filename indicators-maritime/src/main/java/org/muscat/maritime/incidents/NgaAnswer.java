package org.muscat.maritime.incidents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muscat.toolkit.Json;
import org.muscat.toolkit.drop.DroppedFile;
import org.muscat.toolkit.drop.FileForm;
import org.muscat.toolkit.drop.Layout;

/**
 * An answer of NGA's interface of ASAM, {@code {"asam": [{"reference": .., "date": .., ..}]}}, that
 * somebody kept: the interface itself is gone. Its reports become rows of the layout {@link
 * IncidentLayout#NGA}. A comma behind the last report is allowed, since the recorded answer has
 * one.
 */
final class NgaAnswer implements FileForm {

  private static final String LIST = "asam";

  /** A tenth of a metre; NGA's degrees have the dust of a conversion behind them. */
  private static final int DECIMALS = 6;

  private static final List<String> MEMBERS =
      List.of(
          "reference",
          "date",
          "latitude",
          "longitude",
          "subreg",
          "hostility",
          "victim",
          "description");

  private final Layout layout;

  NgaAnswer(Layout layout) {
    this.layout = layout;
  }

  @Override
  public DroppedFile parse(String where, byte[] content) throws InterruptedException {
    Object document;
    try {
      document = Json.readWithTrailingCommas(new String(content, UTF_8));
    } catch (IOException e) {
      return DroppedFile.unreadable(where, content, "is no JSON: " + firstLine(e));
    }
    if (document instanceof Map<?, ?> members && members.get(LIST) instanceof List<?> reports) {
      return DroppedFile.ofRows(where, content, MEMBERS, rows(reports), layout);
    }
    return DroppedFile.unreadable(
        where, content, "has no list '" + LIST + "', as the answers of NGA have");
  }

  private static List<List<String>> rows(List<?> reports) {
    List<List<String>> rows = new ArrayList<>();
    for (Object report : reports) {
      // What is no object has no cells, and is refused as such a row.
      rows.add(
          report instanceof Map<?, ?> members
              ? MEMBERS.stream().map(name -> text(members.get(name))).toList()
              : List.of());
    }
    return rows;
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Double number && Double.isFinite(number)
        ? BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString()
        : value.toString();
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
