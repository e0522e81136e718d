package org.muscat.host;

import org.muscat.spi.SeriesView;

/**
 * One reading that is wanted.
 *
 * @param indicator what to read
 * @param view its inputs as known at one moment
 */
public record ReadRequest(BoundIndicator indicator, SeriesView view) {}
