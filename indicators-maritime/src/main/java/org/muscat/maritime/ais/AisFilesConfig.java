package org.muscat.maritime.ais;

import java.nio.file.Path;
import java.util.List;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Option;

/**
 * Where the feed {@code ais-files} looks, and which gates ships pass.
 *
 * @param path a folder whose {@code *.csv} files are taken, or one file
 * @param strait that lies between the gates
 * @param before the gate that ships enter by: south, west, north, east, in degrees
 * @param after the gate that they leave by, likewise
 */
public record AisFilesConfig(
    @Option(doc = "Folder whose *.csv files are taken, or one file.") Path path,
    @Option(doc = "The strait between the gates.") Strait strait,
    @Option(
            doc = "The gate that ships enter by: south, west, north, east, in degrees.",
            example = "[24.5, 56.5, 25.5, 58.0]")
        List<Double> before,
    @Option(
            doc = "The gate that ships leave by: south, west, north, east, in degrees.",
            example = "[25.5, 54.0, 26.6, 55.5]")
        List<Double> after) {

  public AisFilesConfig {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
