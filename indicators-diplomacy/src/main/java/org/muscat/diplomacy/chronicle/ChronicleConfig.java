package org.muscat.diplomacy.chronicle;

import org.muscat.spi.Option;

/**
 * Which chronicle the feed reads.
 *
 * @param theatre the theatre, which becomes part of the series names
 * @param path {@code bundled}, or a folder of YAML files, relative to the base folder of the host
 */
public record ChronicleConfig(
    @Option(doc = "Theatre of the chronicle.", defaultValue = "gulf") String theatre,
    @Option(
            doc = "'bundled' for the chronicle inside the plugin, or a folder of YAML files.",
            defaultValue = "bundled")
        String path) {

  static final String BUNDLED = "bundled";
}
