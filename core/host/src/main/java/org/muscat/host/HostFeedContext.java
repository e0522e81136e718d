package org.muscat.host;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.muscat.host.guard.LineBudget;
import org.muscat.host.http.FeedHttp;
import org.muscat.spi.FeedContext;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.meter.Meters;

/**
 * What the host lends to a feed.
 *
 * @param network empty if there is none
 * @param meters what its plugin has
 * @param messages what it may write into the log
 */
record HostFeedContext(
    String instance,
    Path baseFolder,
    Clock clock,
    Optional<FeedHttp> network,
    Meters meters,
    LineBudget messages)
    implements FeedContext {

  @Override
  public HttpFetcher http() {
    return network.orElseThrow(
        () ->
            new UnsupportedOperationException("feed '" + instance + "' " + FeedHandle.NO_NETWORK));
  }

  @Override
  public System.Logger logger() {
    return new FeedLogger(
        instance, text -> network.map(http -> http.redact(text)).orElse(text), messages);
  }
}
