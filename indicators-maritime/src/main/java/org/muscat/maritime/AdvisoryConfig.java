package org.muscat.maritime;

import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Option;

/**
 * Options of {@code advisory-state}.
 *
 * @param area of the advisories
 * @param strait from which warnings are counted
 * @param radius in kilometres
 */
public record AdvisoryConfig(
    @Option(
            doc = "Area of the advisories, as in the names of their series: hormuz, red-sea.",
            defaultValue = "hormuz",
            pattern = "[a-z0-9]{1,30}(-[a-z0-9]{1,30}){0,5}")
        String area,
    @Option(doc = "The strait from whose middle warnings are counted.", defaultValue = "hormuz")
        Strait strait,
    @Option(
            doc = "How near to it the middle of a warning must lie to count, in kilometres.",
            defaultValue = "300",
            min = 0,
            max = 5_000)
        double radius) {}
