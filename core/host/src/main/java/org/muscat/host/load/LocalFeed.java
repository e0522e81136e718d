package org.muscat.host.load;

import java.util.List;
import java.util.Optional;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.host.config.Problems;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;

/** A kind of feed of a plugin in this JVM. */
record LocalFeed<C extends Record>(
    String plugin,
    LocalCode code,
    FeedDescriptor descriptor,
    FeedProvider<C> provider,
    List<OptionDescriptor> options)
    implements OfferedFeed {

  @Override
  public Optional<Feed> create(ConfigNode config, FeedContext context, Problems problems) {
    ConfigBinding binding =
        new ConfigBinding(plugin, code, "feed '" + descriptor.id() + "'", config, problems);
    return binding
        .bindWithoutSecrets(provider::configType, provider::validate)
        .flatMap(bound -> binding.call("create()", () -> provider.create(bound.value(), context)));
  }
}
