package org.muscat.diplomacy.chronicle;

import java.nio.file.Path;
import java.util.Optional;
import org.muscat.spi.Option;

/**
 * Which chronicle the feed reads.
 *
 * @param theatre the theatre, which becomes part of the series names
 * @param path a folder of YAML files, relative to the base folder of the host; empty for the
 *     chronicle inside the plugin
 */
public record ChronicleConfig(
    @Option(doc = "Theatre of the chronicle.", defaultValue = "gulf") String theatre,
    @Option(doc = "Folder of YAML files; the chronicle inside the plugin if none is given.")
        Optional<Path> path) {}
