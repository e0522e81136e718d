package org.muscat.maritime.advisories;

import java.nio.file.Path;
import org.muscat.spi.Option;

/**
 * Where the feed {@code advisory-files} looks.
 *
 * @param path a folder whose {@code *.csv} files are taken, or one file
 */
public record AdvisoryFilesConfig(
    @Option(doc = "Folder whose *.csv files are taken, or one file.") Path path) {}
