package org.muscat.energy.table;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muscat.spi.ConfigProblem;

/**
 * A series that a feed is to bring. Immutable.
 *
 * @param id what the publisher calls it
 * @param series what it becomes, such as {@code oil/brent-spot}
 * @param lag after how many business days it is published
 */
public record Wanted(String id, String series, int lag) {

  private static final int LONGEST_LAG = 60;
  private static final Pattern FORM =
      Pattern.compile(
          "([A-Za-z0-9_./-]+)=([a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)+)"
              + "@P(\\d{1,2})BD");

  /**
   * Reads {@code DCOILBRENTEU=oil/brent-spot@P5BD}.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  public static Wanted parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not ID=SERIES@P<n>BD, such as DCOILBRENTEU=oil/brent-spot@P5BD: the"
              + " publisher's name, the series, and the business days until it is published");
    }
    int lag = Integer.parseInt(matcher.group(3));
    if (lag < 1 || lag > LONGEST_LAG) {
      throw new IllegalArgumentException(
          "the lag of '" + text + "' is not from P1BD to P" + LONGEST_LAG + "BD");
    }
    return new Wanted(matcher.group(1), matcher.group(2), lag);
  }

  /**
   * Everything that is wrong with a list of such texts.
   *
   * @param option that holds them
   */
  public static List<ConfigProblem> problems(String option, List<String> texts) {
    List<ConfigProblem> problems = new ArrayList<>();
    if (texts.isEmpty()) {
      problems.add(new ConfigProblem(option, "is empty; name at least one series"));
    }
    Set<String> ids = new HashSet<>();
    Set<String> series = new HashSet<>();
    for (String text : texts) {
      try {
        Wanted wanted = parse(text);
        boolean newId = ids.add(wanted.id());
        boolean newSeries = series.add(wanted.series());
        if (!newId || !newSeries) {
          problems.add(
              new ConfigProblem(option, "'" + text + "' names an id or a series twice; drop one"));
        }
      } catch (IllegalArgumentException e) {
        problems.add(new ConfigProblem(option, String.valueOf(e.getMessage())));
      }
    }
    return problems;
  }

  /** The day on which the value of a day counts as published; Monday to Friday are counted. */
  public LocalDate publication(LocalDate day) {
    LocalDate published = day;
    int left = lag;
    while (left > 0) {
      published = published.plusDays(1);
      if (published.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
        left--;
      }
    }
    return published;
  }
}
