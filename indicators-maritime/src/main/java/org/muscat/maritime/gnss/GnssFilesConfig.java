package org.muscat.maritime.gnss;

import java.nio.file.Path;
import java.util.List;
import org.muscat.spi.Option;

/**
 * Where the feed {@code gnss-files} looks, and what belongs to the area.
 *
 * @param path a folder whose {@code *.csv} files are taken, or one file
 * @param area a word for the area, as in the name of its series
 * @param cells the cells that belong to it; empty means all that the files hold
 */
public record GnssFilesConfig(
    @Option(doc = "Folder whose *.csv files are taken, or one file.") Path path,
    @Option(
            doc = "A word for the area, such as the strait in it.",
            example = "hormuz",
            pattern = "[a-z0-9]+(-[a-z0-9]+)*")
        String area,
    @Option(
            doc = "The cells that belong to the area; empty means all of the files.",
            defaultValue = "[]")
        List<String> cells) {

  public GnssFilesConfig {
    cells = List.copyOf(cells);
  }
}
