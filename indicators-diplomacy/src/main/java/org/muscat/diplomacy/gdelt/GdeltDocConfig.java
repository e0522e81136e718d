package org.muscat.diplomacy.gdelt;

import java.net.URI;
import java.time.Duration;
import org.muscat.spi.Option;

/**
 * What the feed {@code gdelt-doc} asks.
 *
 * @param url of the API
 * @param query in the words of the API
 * @param topic what the series are called
 * @param backFill how far back the first fetch goes
 * @param pause between two questions
 */
public record GdeltDocConfig(
    @Option(
            doc = "Address of the DOC 2.0 API.",
            defaultValue = "https://api.gdeltproject.org/api/v2/doc/doc")
        URI url,
    @Option(
            doc = "What the documents are about, in the query language of the API.",
            example = "iran (strait OR hormuz)")
        String query,
    @Option(
            doc = "A name for it; the series are news/<topic>/volume and news/<topic>/tone.",
            pattern = "[a-z0-9]+(-[a-z0-9]+)*")
        String topic,
    @Option(doc = "How far back the first fetch goes, whole days.", defaultValue = "P730D")
        Duration backFill,
    @Option(doc = "How long it rests between two questions.", defaultValue = "PT5S")
        Duration pause) {}
