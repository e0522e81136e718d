package org.muscat.server.index;

import org.muscat.host.BoundIndicator;
import org.muscat.host.config.Place;
import org.muscat.spi.IndicatorDescriptor;

/**
 * An indicator in its place in a model, bound to the configuration of one theatre.
 *
 * @param id of the member: the indicator's own id unless the model uses it twice
 * @param place in the model
 * @param descriptor of the indicator
 * @param indicator with its configuration
 */
public record BoundMember(
    String id, Place place, IndicatorDescriptor descriptor, BoundIndicator indicator) {}
