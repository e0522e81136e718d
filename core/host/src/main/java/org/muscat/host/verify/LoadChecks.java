package org.muscat.host.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muscat.host.load.Candidate;
import org.muscat.host.load.Examined;
import org.muscat.host.load.Offer;
import org.muscat.spi.PluginDescriptor;

/** What is asked of a plugin as a whole. */
final class LoadChecks {

  private static final int LONGEST_TITLE = 120;
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]*");
  private static final Pattern LICENCE =
      Pattern.compile("[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*");

  private LoadChecks() {}

  /** Whether the host takes the candidate. */
  static ContractCheck loads(Candidate candidate, Examined examined) {
    return new ContractCheck(
        "loads",
        "plugin",
        "is taken by the host",
        findings -> {
          examined
              .faults()
              .forEach(
                  fault ->
                      findings.add(
                          candidate.location()
                              + " is rejected, "
                              + fault.diagnosis().code()
                              + ": "
                              + fault.diagnosis().cause()
                              + ".",
                          fault.diagnosis().fix()));
          if (examined.offers().isEmpty() && examined.faults().isEmpty()) {
            findings.add(
                candidate.location() + " offers no plugin.", "Name one in a service file.");
          }
        });
  }

  static List<ContractCheck> of(Offer offer) {
    String subject = "plugin '" + offer.descriptor().id() + "'";
    return List.of(
        new ContractCheck(
            "plugin-describes-itself",
            subject,
            "has a title of one line, a version and an SPDX licence",
            findings -> describe(offer.descriptor(), findings)),
        new ContractCheck(
            "ids-are-unique",
            subject,
            "offers each id once",
            findings -> {
              unique(offer.feeds(), feed -> feed.descriptor().id(), "feed", findings);
              unique(offer.indicators(), one -> one.descriptor().id(), "indicator", findings);
            }));
  }

  /** Titles stand in tables and on the page. */
  static void title(String title, Findings findings) {
    if (title.length() > LONGEST_TITLE || title.lines().count() > 1) {
      findings.add(
          "its title is '" + title + "'.",
          "Write one line of at most "
              + LONGEST_TITLE
              + " characters; the rest is for a document.");
    }
  }

  private static void describe(PluginDescriptor descriptor, Findings findings) {
    title(descriptor.title(), findings);
    if (!VERSION.matcher(descriptor.version()).matches()) {
      findings.add(
          "its version is '" + descriptor.version() + "'.",
          "Write letters, digits and dots, such as 1.0.2: it becomes part of every score.");
    }
    if (!LICENCE.matcher(descriptor.licence()).matches()) {
      findings.add(
          "its licence is '" + descriptor.licence() + "'.",
          "Write an SPDX identifier such as Apache-2.0.");
    }
  }

  private static <T> void unique(
      List<T> offered, Function<T, String> id, String kind, Findings findings) {
    offered.stream()
        .collect(Collectors.groupingBy(id, TreeMap::new, Collectors.toCollection(ArrayList::new)))
        .forEach(
            (name, all) -> {
              if (all.size() > 1) {
                findings.add(
                    "the " + kind + " id '" + name + "' is offered " + all.size() + " times.",
                    "Give one of them another id.");
              }
            });
  }
}
