package org.muscat.maritime.incidents;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.muscat.spi.Option;

/**
 * Where the feed {@code incident-files} looks.
 *
 * @param path a folder whose {@code *.csv} and {@code *.json} files are taken, or one file
 * @param lag from the start of an incident to when it counts as known, for the files of the first
 *     round only
 */
public record IncidentFilesConfig(
    @Option(doc = "Folder whose *.csv and *.json files are taken, or one file.") Path path,
    @Option(
            doc =
                "How long after it happened an incident counts as known (ASSUMED), for the files that"
                    + " are there at the first fetch; later ones are known from their fetch on.",
            example = "P3D")
        Optional<Duration> lag) {}
