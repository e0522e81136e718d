package org.muscat.server.report;

import static org.muscat.server.report.Markup.attribute;
import static org.muscat.server.report.Markup.element;
import static org.muscat.server.report.Markup.kind;
import static org.muscat.server.report.Markup.paragraph;
import static org.muscat.server.report.Markup.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.muscat.server.document.IndexDocument;

/** A report as one file of HTML that asks nobody and runs no script. */
final class HtmlReport {

  private static final String STYLE = read("report.css");

  private HtmlReport() {}

  /** The whole document. */
  static String of(Report report) {
    List<Markup> head =
        List.of(
            element("meta", attribute("charset", "utf-8")),
            element(
                "meta",
                attribute("http-equiv", "Content-Security-Policy"),
                attribute("content", policy())),
            element(
                "meta",
                attribute("name", "viewport"),
                attribute("content", "width=device-width, initial-scale=1")),
            element("title", title(report)),
            Markup.style(STYLE));
    return Markup.document(
        head,
        List.of(
            header(report),
            element(
                "main",
                NowSection.of(report),
                PeriodSection.of(report),
                MovesSection.of(report),
                RegimeSection.of(report),
                AlarmSection.of(report),
                QualitySection.of(report),
                ProvenanceSection.of(report))));
  }

  /** Nothing is loaded and nothing runs, whatever stands in it; the style alone counts. */
  private static String policy() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
      return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-"
          + Base64.getEncoder().encodeToString(hash)
          + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String title(Report report) {
    IndexDocument now = report.now();
    return (now.demo() ? "DEMO: " : "")
        + "Stability of "
        + now.theatre().title()
        + ", "
        + span(report);
  }

  private static String span(Report report) {
    return Numbers.dayOrMoment(report.period().from().toString())
        + " to "
        + Numbers.dayOrMoment(report.period().asOf().toString());
  }

  private static Markup header(Report report) {
    IndexDocument now = report.now();
    List<Markup> parts = new ArrayList<>();
    if (now.demo()) {
      parts.add(
          element(
              "p",
              kind("demo"),
              element("strong", "DEMO"),
              text(" Recorded figures of the past. This is not the present.")));
    }
    parts.add(element("h1", "Stability of " + now.theatre().title()));
    parts.add(
        element(
            "p",
            kind("quiet"),
            text(
                span(report)
                    + ". As of "
                    + Numbers.moment(now.asOf())
                    + "; model "
                    + now.model().id()
                    + " version "
                    + now.model().version()
                    + ", theatre "
                    + now.theatre().id()
                    + ".")));
    parts.add(paragraph(Summary.of(report)));
    return element("header", Markup.all(parts));
  }

  private static String read(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream("/report/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
