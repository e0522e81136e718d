package org.muscat.host.verify;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A source to try a feed with.
 *
 * @param feed the id of its kind
 * @param config the options as YAML; empty for none
 * @param source answers whatever the feed asks over HTTP, at any address; empty if it asks nothing
 * @param baseFolder what relative paths of the options are resolved against
 * @param now where the clock of the feed stands
 */
public record FeedSample(
    String feed, String config, Optional<PlayedSource> source, Path baseFolder, Instant now) {}
