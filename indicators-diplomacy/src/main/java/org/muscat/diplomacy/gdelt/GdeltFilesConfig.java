package org.muscat.diplomacy.gdelt;

import java.nio.file.Path;
import java.util.List;
import org.muscat.spi.Option;

/**
 * What the feed {@code gdelt-files} reads.
 *
 * @param path a folder of {@code YYYYMMDDHHMMSS.export.CSV} or {@code .CSV.zip} files, or one of
 *     them; relative to the base folder of the host
 * @param dyads pairs of CAMEO country codes such as {@code USA-IRN}
 * @param mends whether what it tells is known from the fetch on
 */
public record GdeltFilesConfig(
    @Option(
            doc =
                "Folder of raw GDELT 2.0 event files (YYYYMMDDHHMMSS.export.CSV, or .CSV.zip), or one"
                    + " file.")
        Path path,
    @Option(doc = "Pairs of states by CAMEO country code, such as USA-IRN; both ways count.")
        List<String> dyads,
    @Option(
            doc =
                "Whether it mends whole days that were told already from fewer files: what it tells is"
                    + " known from the fetch on, and days of which files are missing are not told.",
            defaultValue = "false")
        boolean mends) {

  public GdeltFilesConfig {
    dyads = List.copyOf(dyads);
  }
}
