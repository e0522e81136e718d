package org.muscat.host.child;

import java.util.List;
import java.util.Optional;
import org.muscat.host.child.wire.Address;
import org.muscat.host.child.wire.Request;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.host.config.Problems;
import org.muscat.host.load.OfferedIndicator;
import org.muscat.spi.IndicatorDescriptor;

/** A kind of indicator of a plugin in a child. */
record ChildIndicator(
    Maker maker, Address address, IndicatorDescriptor descriptor, List<OptionDescriptor> options)
    implements OfferedIndicator {

  @Override
  public Optional<Made> create(ConfigNode config, Problems problems) {
    return maker
        .make(
            "indicator '" + descriptor.id() + "'",
            config,
            number ->
                new Item(
                    number, new Request.MakeIndicator(number, address, config), Optional.empty()),
            problems)
        .flatMap(
            result ->
                result
                    .said()
                    .map(
                        said ->
                            new Made(
                                said.config(),
                                said.inputs(),
                                said.scale(),
                                said.uncertainty(),
                                said.level(),
                                new RemoteIndicator(
                                    maker.supervisor(), result.item(), said.inputs()))));
  }
}
