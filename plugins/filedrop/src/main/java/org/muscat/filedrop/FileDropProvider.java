package org.muscat.filedrop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;
import org.muscat.toolkit.drop.DropFeed;
import org.muscat.toolkit.drop.DropFolder;
import org.muscat.toolkit.drop.Layout;

/**
 * Makes the feed {@code file-drop}: points from CSV files with the header {@code
 * series,observed_at,value,unit,source,known_at}.
 *
 * <ul>
 *   <li>{@code series}: a logical name such as {@code freight/td3c}
 *   <li>{@code observed_at}: an ISO date (the start of that day, UTC) or instant
 *   <li>{@code value}: a finite number in the unit of the series, with a decimal point
 *   <li>{@code unit}: for people; may be absent or empty. One series has one unit in a file
 *   <li>{@code source}: who said it, lower-case words joined by hyphens, such as {@code
 *       baltic-exchange}; absent or empty means the drop itself. Several sources may tell one
 *       series
 *   <li>{@code known_at}: when it was published, an ISO date (its start, UTC) or instant; absent or
 *       empty means the moment of the fetch
 * </ul>
 *
 * <p>With {@code date} and {@code columns} files have a row for each day and a column for each
 * series instead, as publishers have them.
 *
 * <p>A bad row is rejected with file, line and reason, and the rest of its file is kept. A file is
 * taken once, by the SHA-256 of its content. Write a file under a name that ends in {@code .tmp} or
 * starts with a dot and rename it when it is whole: a file that grows under its final name is new
 * content each time, and is taken again. A folder inside the base folder is made when it is absent.
 */
final class FileDropProvider implements FeedProvider<FileDropConfig> {

  @Override
  public FeedDescriptor descriptor() {
    return FeedDescriptor.of(
        "file-drop",
        "Points from CSV files dropped into a folder",
        "files",
        Duration.ofMinutes(1),
        "as stated by whoever drops the file");
  }

  @Override
  public Class<FileDropConfig> configType() {
    return FileDropConfig.class;
  }

  @Override
  public Feed create(FileDropConfig config, FeedContext context) {
    return new DropFeed(DropFolder.of(context, config.path()), layout(config), context.clock());
  }

  @Override
  public List<ConfigProblem> validate(FileDropConfig config) {
    List<ConfigProblem> problems = new ArrayList<>();
    if (config.date().isPresent() && config.columns().isEmpty()) {
      problems.add(
          new ConfigProblem("columns", "is empty; name the series of the file: series=column"));
    }
    if (config.date().isEmpty() && !config.columns().isEmpty()) {
      problems.add(
          new ConfigProblem("date", "is absent; name the column of the day, or no 'columns'"));
    }
    Set<String> series = new HashSet<>();
    for (String column : config.columns()) {
      String name = column.substring(0, Math.max(0, column.indexOf('=')));
      if (!series.add(name)) {
        problems.add(new ConfigProblem("columns", "names the series '" + name + "' twice"));
      }
    }
    return problems;
  }

  private static Layout layout(FileDropConfig config) {
    return config
        .date()
        .<Layout>map(
            date -> header -> WideRows.of(header, date, config.columns(), config.missing()))
        .orElse(FileDropProvider::open);
  }

  /** The layout of its files. */
  static Layout.Rows open(List<String> header) {
    return new RowReader(Columns.of(header));
  }
}
