package org.muscat.filedrop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muscat.spi.Option;

/**
 * Where the feed {@code file-drop} looks, and how its files are laid out.
 *
 * @param path a folder whose {@code *.csv} files are taken, or one file; relative to the base
 *     folder of the host
 * @param date the column of the day, of files that have a column for each series; empty for files
 *     that have a row for each point
 * @param columns {@code series=column} for each series of such a file
 * @param missing what stands in a cell without a value, besides nothing
 */
public record FileDropConfig(
    @Option(doc = "Folder whose *.csv files are taken, or one file.") Path path,
    @Option(
            doc =
                "The column of the day, of files as publishers have them: a row for each day, a"
                    + " column for each series. Without it a file has a row for each point, as"
                    + " 'series,observed_at,value' says.",
            example = "Date")
        Optional<String> date,
    @Option(
            doc = "The series of such a file, each with its column: series=column.",
            defaultValue = "[]",
            example = "[gpr-ai/all=GPR_AI]",
            pattern = "[a-z0-9/-]+=.+")
        List<String> columns,
    @Option(
            doc = "What stands in a cell of such a file that has no value, besides nothing.",
            defaultValue = "['.']",
            example = "[NA]")
        List<String> missing) {

  public FileDropConfig {
    columns = List.copyOf(columns);
    missing = List.copyOf(missing);
  }
}
