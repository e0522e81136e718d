package org.muscat.energy.table;

import java.util.List;

/**
 * What a publisher gives at one address, or for one question.
 *
 * @param name a word without blanks, different from that of the other tables of a feed
 * @param columns the series that it tells, at least one
 */
public record Table(String name, List<Wanted> columns) {

  public Table {
    columns = List.copyOf(columns);
  }

  /** A table that tells one series, under the publisher's name of it. */
  public static Table of(Wanted only) {
    return new Table(only.id(), List.of(only));
  }

  /** One table for each of these texts, see {@link Wanted#parse}. */
  public static List<Table> each(List<String> texts) {
    return texts.stream().map(Wanted::parse).map(Table::of).toList();
  }
}
