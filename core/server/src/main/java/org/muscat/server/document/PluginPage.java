package org.muscat.server.document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.host.inspect.PluginContents;
import org.muscat.spi.Calibration;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.Uncertainty;

/** The reference page of one plugin, in Markdown. */
public final class PluginPage {

  private final StringBuilder text = new StringBuilder();

  private PluginPage() {}

  /** The page, with a line break at its end. */
  public static String of(PluginContents contents) {
    PluginPage page = new PluginPage();
    page.line("# " + contents.plugin().id());
    page.line("");
    page.line("<!-- Written by `muscat plugins docs`; change the plugin, not this page. -->");
    page.line("");
    page.line(contents.plugin().title() + ".");
    page.line("");
    page.facts(
        List.of(
            Map.entry("SPI", String.valueOf(contents.plugin().spiVersion())),
            Map.entry("licence", contents.plugin().licence())));
    if (!contents.feeds().isEmpty()) {
      page.heading("## Feeds");
      contents.feeds().forEach(page::feed);
    }
    if (!contents.indicators().isEmpty()) {
      page.heading("## Indicators");
      contents.indicators().forEach(page::indicator);
    }
    return page.text.toString();
  }

  private void feed(PluginContents.FeedKind kind) {
    FeedDescriptor feed = kind.descriptor();
    heading("### `" + feed.id() + "`");
    line("");
    line(feed.title() + ".");
    line("");
    facts(
        List.of(
            Map.entry("source", feed.source()),
            Map.entry("something new every", words(feed.cadence())),
            Map.entry("whole history at each first fetch", feed.tellsWholeHistory() ? "yes" : "no"),
            Map.entry("terms", feed.licence())));
    options(kind.options());
  }

  private void indicator(PluginContents.IndicatorKind kind) {
    IndicatorDescriptor indicator = kind.descriptor();
    Uncertainty uncertainty = indicator.uncertainty();
    heading("### `" + indicator.id() + "`");
    line("");
    line(indicator.title() + ".");
    line("");
    facts(
        List.of(
            Map.entry("role", indicator.role().name().toLowerCase(Locale.ROOT)),
            Map.entry("unit", indicator.unit()),
            Map.entry("scale", indicator.scale().toString()),
            Map.entry(
                "its anchors", indicator.calibration().map(PluginPage::words).orElse("given")),
            Map.entry("standard error, fresh", uncertainty.sigma0() + " points of risk"),
            Map.entry("standard deviation of the risk", uncertainty.sigmaClim() + " points"),
            Map.entry("half-life of a reading", words(uncertainty.halfLife())),
            Map.entry("missing when older than", words(uncertainty.maxAge())),
            Map.entry("literature", indicator.literature())));
    options(kind.options());
  }

  private static String words(Calibration calibration) {
    String origin =
        switch (calibration.origin()) {
          case PERCENTILES -> "10th and 90th percentile of the readings of";
          case CHOICE -> "a choice; deviation of the risk in";
        };
    return "%s %s to %s (version %d)"
        .formatted(origin, calibration.from(), calibration.to(), calibration.version());
  }

  private void options(List<OptionDescriptor> options) {
    line("");
    if (options.isEmpty()) {
      line("It has no options.");
      return;
    }
    line("| option | type | default | meaning |");
    line("|---|---|---|---|");
    for (OptionDescriptor option : options) {
      String type = (option.list() ? "list of " : "") + option.type();
      line(
          "| `"
              + option.name()
              + "` | "
              + cell(type)
              + " | "
              + cell(given(option))
              + " | "
              + cell(meaning(option))
              + " |");
    }
  }

  private static String given(OptionDescriptor option) {
    if (option.required()) {
      return "required";
    }
    return option.defaultValue().isEmpty() ? "none" : "`" + option.defaultValue() + "`";
  }

  private static String meaning(OptionDescriptor option) {
    List<String> parts = new ArrayList<>(List.of(option.doc()));
    if (Double.isFinite(option.min())) {
      parts.add("at least " + number(option.min()));
    }
    if (Double.isFinite(option.max())) {
      parts.add("at most " + number(option.max()));
    }
    if (!option.values().isEmpty()) {
      parts.add("one of `" + String.join("`, `", option.values()) + "`");
    }
    if (!option.pattern().isEmpty()) {
      parts.add("matches `" + option.pattern() + "`");
    }
    if (!option.example().isEmpty()) {
      parts.add("such as `" + option.example() + "`");
    }
    if (!option.formerNames().isEmpty()) {
      parts.add("formerly `" + String.join("`, `", option.formerNames()) + "`");
    }
    return String.join("; ", parts);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private void facts(List<Map.Entry<String, String>> facts) {
    line("| | |");
    line("|---|---|");
    facts.forEach(fact -> line("| " + fact.getKey() + " | " + cell(fact.getValue()) + " |"));
  }

  private void heading(String heading) {
    line("");
    line(heading);
  }

  /** The largest unit that divides it: "7 days", "90 minutes". */
  private static String words(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 86_400 == 0) {
      return count(seconds / 86_400, "day");
    }
    if (seconds % 3600 == 0) {
      return count(seconds / 3600, "hour");
    }
    return seconds % 60 == 0 ? count(seconds / 60, "minute") : count(seconds, "second");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  private static String cell(String value) {
    return value.replace("|", "\\|").replace('\n', ' ');
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
