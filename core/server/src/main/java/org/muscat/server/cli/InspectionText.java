package org.muscat.server.cli;

import java.util.List;
import java.util.Locale;
import org.muscat.host.Verdict;
import org.muscat.host.bytecode.Finding;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.host.inspect.Inspection;
import org.muscat.host.inspect.PluginContents;
import org.muscat.server.document.Words;

/** Writes an inspection for a terminal. */
final class InspectionText {

  private final StringBuilder text = new StringBuilder();

  private InspectionText() {}

  static String of(Inspection inspection) {
    InspectionText page = new InspectionText();
    inspection.verdicts().forEach(page::verdict);
    for (Inspection.FileSize file : inspection.files()) {
      String size = file.bytes() == 0 ? "" : ", " + file.bytes() + " bytes";
      page.line("  file       %s%s", file.path().getFileName(), size);
    }
    inspection.plugins().forEach(page::contents);
    if (inspection.findings().isEmpty()) {
      page.line("  findings   none");
    }
    inspection.findings().forEach(page::finding);
    return page.text.toString();
  }

  private void verdict(Verdict verdict) {
    line("%s %s", verdict.plugin(), verdict.version());
    line("  verdict    %s %s", verdict.status(), verdict.code());
    if (!verdict.code().isEmpty()) {
      line("  cause      %s", verdict.cause());
      line("  fix        %s", verdict.fix());
    }
    line("  location   %s", verdict.location());
  }

  private void contents(PluginContents contents) {
    line("  title      %s", contents.plugin().title());
    line("  SPI        %d", contents.plugin().spiVersion());
    line("  licence    %s", contents.plugin().licence());
    for (PluginContents.FeedKind feed : contents.feeds()) {
      line("  feed       %s: %s", feed.descriptor().id(), feed.descriptor().title());
      options(feed.options());
    }
    for (PluginContents.IndicatorKind indicator : contents.indicators()) {
      line(
          "  indicator  %s: %s (%s, %s)",
          indicator.descriptor().id(),
          indicator.descriptor().title(),
          Words.of(indicator.descriptor().role()),
          indicator.descriptor().unit());
      options(indicator.options());
    }
  }

  private void options(List<OptionDescriptor> options) {
    for (OptionDescriptor option : options) {
      String given =
          option.required()
              ? "required"
              : option.defaultValue().isEmpty() ? "optional" : "default " + option.defaultValue();
      line("    %s (%s, %s): %s", option.name(), option.type(), given, option.doc());
    }
  }

  private void finding(Finding finding) {
    String severity = Words.of(finding.severity());
    line("  %-10s %s: %s", severity, finding.place(), finding);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
