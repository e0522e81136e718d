package org.muscat.maritime.ais;

import java.time.Instant;
import org.muscat.maritime.geo.Position;

/** What one vessel said of itself at one moment. */
record AisReport(Instant time, Position position, boolean underWay) {}
