package org.muscat.diplomacy.framework;

import java.nio.file.Path;
import java.util.Optional;
import org.muscat.spi.Option;

/**
 * Which framework the feed reads.
 *
 * @param theatre the theatre, which becomes part of the series names
 * @param path a YAML file, relative to the base folder of the host; empty for the framework inside
 *     the plugin
 */
public record FrameworkConfig(
    @Option(doc = "Theatre of the framework.", defaultValue = "gulf") String theatre,
    @Option(doc = "A YAML file; the framework inside the plugin if none is given.")
        Optional<Path> path) {}
