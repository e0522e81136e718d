package org.muscat.filedrop;

import java.nio.file.Path;
import org.muscat.spi.Option;

/**
 * Where the feed {@code file-drop} looks.
 *
 * @param path a folder whose {@code *.csv} files are taken, or one file; relative to the base
 *     folder of the host
 */
public record FileDropConfig(
    @Option(doc = "Folder whose *.csv files are taken, or one file.") Path path) {}
