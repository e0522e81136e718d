package org.muscat.chronicle;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muscat.diplomacy.chronicle.ChronicleBook;
import org.muscat.spi.FeedException;
import picocli.CommandLine.Option;

/** Which chronicle a command reads. */
final class Which {

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Folder of YAML files (default: the chronicle that comes with Muscat).")
  private @Nullable Path folder;

  @Option(
      names = "--theatre",
      paramLabel = "NAME",
      description = "Theatre of the chronicle that comes with Muscat (default: ${DEFAULT-VALUE}).",
      defaultValue = "gulf")
  private String theatre = "gulf";

  /** Opens it; today is the day that runs, UTC. */
  ChronicleBook open(LocalDate today) throws FeedException {
    return folder == null
        ? ChronicleBook.bundled(theatre, today)
        : ChronicleBook.inFolder(folder, today);
  }
}
