package org.muscat.server.report;

import static org.muscat.server.report.Markup.attribute;
import static org.muscat.server.report.Markup.element;
import static org.muscat.server.report.Markup.kind;
import static org.muscat.server.report.Markup.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table that grows row by row. For one thread. */
final class Table {

  private final String caption;
  private final List<Markup> headings = new ArrayList<>();
  private final List<Markup> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param caption what it is about, unique in a page
   */
  Table(String caption) {
    this.caption = caption;
  }

  /** Adds columns of texts. */
  Table texts(String... names) {
    Arrays.stream(names).forEach(name -> headings.add(heading(name, "")));
    return this;
  }

  /** Adds columns of numbers. */
  Table numbers(String... names) {
    Arrays.stream(names).forEach(name -> headings.add(heading(name, "number")));
    return this;
  }

  private static Markup heading(String name, String kind) {
    return element("th", attribute("scope", "col"), kind(kind), text(name));
  }

  /** Adds a row of cells as {@link #cell} and {@link #number} make them. */
  void row(Markup... cells) {
    rows.add(element("tr", Markup.all(cells)));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The table, or a sentence if it has no row. */
  Markup orElse(String sentence) {
    return isEmpty() ? Markup.paragraph(sentence) : markup();
  }

  /** A wide one is moved by the keyboard, too. */
  Markup markup() {
    return element(
        "div",
        kind("wide"),
        attribute("role", "region"),
        attribute("tabindex", "0"),
        attribute("aria-label", caption),
        element(
            "table",
            element("caption", caption),
            element("thead", element("tr", Markup.all(headings))),
            element("tbody", Markup.all(rows))));
  }

  static Markup cell(String text) {
    return element("td", text);
  }

  /** A cell with a remark below its text. */
  static Markup cell(String text, String remark) {
    return element("td", text(text), Markup.beside(remark));
  }

  static Markup cell(Markup content) {
    return element("td", content);
  }

  /** A cell with a day or a moment, which stays on one line. */
  static Markup moment(String moment) {
    return element("td", kind("moment"), text(Numbers.dayOrMoment(moment)));
  }

  static Markup number(String text) {
    return element("td", kind("number"), text(text));
  }

  static Markup number(String text, String remark) {
    return element("td", kind("number"), text(text), Markup.beside(remark));
  }
}
