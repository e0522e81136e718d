package org.muscat.host.child;

import java.util.List;
import java.util.Optional;
import org.muscat.host.child.wire.Address;
import org.muscat.host.child.wire.Request;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.host.config.Problems;
import org.muscat.host.load.OfferedFeed;
import org.muscat.spi.Feed;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedDescriptor;

/** A kind of feed of a plugin in a child. */
record ChildFeed(
    Maker maker, Address address, FeedDescriptor descriptor, List<OptionDescriptor> options)
    implements OfferedFeed {

  @Override
  public Optional<Feed> create(ConfigNode config, FeedContext context, Problems problems) {
    Problems inHost = Problems.withoutAbsentSecrets();
    Lender lender = new Lender(context, OptionSecrets.of(config, options, inHost));
    // What is written in the place of a secret the child sees too; whether it is there only we do.
    problems.addWarnings(inHost);
    return make(config, lender, problems);
  }

  private Optional<Feed> make(ConfigNode config, Lender lender, Problems problems) {
    return maker
        .make(
            "feed '" + descriptor.id() + "'",
            config,
            number ->
                new Item(
                    number,
                    new Request.MakeFeed(number, address, config, lender.lent()),
                    Optional.of(lender)),
            problems)
        .map(result -> new RemoteFeed(maker.supervisor(), result.item()));
  }
}
