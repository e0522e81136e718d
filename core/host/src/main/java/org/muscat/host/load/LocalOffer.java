package org.muscat.host.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.PluginDescriptor;

/** What a plugin in this JVM offers. */
final class LocalOffer implements Offer {

  private final Candidate candidate;
  private final LocalCode code;
  private final PluginDescriptor descriptor;
  private final List<OfferedFeed> feeds = new ArrayList<>();
  private final List<OfferedIndicator> indicators = new ArrayList<>();

  private LocalOffer(Candidate candidate, LocalCode code, MuscatPlugin plugin)
      throws Diagnosis.OfferException {
    this.candidate = candidate;
    this.code = code;
    this.descriptor = present(plugin.descriptor(), "descriptor()");
    for (FeedProvider<?> provider : present(plugin.feeds(), "feeds()")) {
      feeds.add(feed(provider));
    }
    for (IndicatorProvider<?> provider : present(plugin.indicators(), "indicators()")) {
      indicators.add(indicator(provider));
    }
  }

  /** Asks a plugin. */
  static LocalOffer of(Candidate candidate, LocalCode code, MuscatPlugin plugin)
      throws PluginThrewException {
    return code.call(() -> new LocalOffer(candidate, code, plugin));
  }

  @Override
  public Candidate candidate() {
    return candidate;
  }

  @Override
  public PluginDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public List<OfferedFeed> feeds() {
    return List.copyOf(feeds);
  }

  @Override
  public List<OfferedIndicator> indicators() {
    return List.copyOf(indicators);
  }

  @Override
  public ClassLoader contextLoader() {
    return code.loader();
  }

  @Override
  public int stuckThreads() {
    return code.stuck();
  }

  @Override
  public void renew() {
    code.renew();
  }

  @Override
  public List<OwnThread> ownThreads() {
    return code.ownThreads();
  }

  @Override
  public void endOwnThreads() {
    code.endOwnThreads();
  }

  @Override
  public List<String> leakedThreads() {
    return code.leakedThreads();
  }

  @Override
  public void close() {
    code.close();
  }

  private OfferedFeed feed(@Nullable FeedProvider<?> item) throws Diagnosis.OfferException {
    FeedProvider<?> provider = present(item, "an item of feeds()");
    String who = provider.getClass().getName();
    FeedDescriptor found = present(provider.descriptor(), who + ".descriptor()");
    return new LocalFeed<>(
        descriptor.id(), code, found, provider, options(provider.configType(), who));
  }

  private OfferedIndicator indicator(@Nullable IndicatorProvider<?> item)
      throws Diagnosis.OfferException {
    IndicatorProvider<?> provider = present(item, "an item of indicators()");
    String who = provider.getClass().getName();
    IndicatorDescriptor found = present(provider.descriptor(), who + ".descriptor()");
    return new LocalIndicator<>(
        descriptor.id(), code, found, provider, options(provider.configType(), who));
  }

  private static List<OptionDescriptor> options(@Nullable Class<? extends Record> type, String who)
      throws Diagnosis.OfferException {
    Class<? extends Record> record = present(type, who + ".configType()");
    if (!record.isRecord()) {
      throw new Diagnosis.OfferException(who + ".configType() is not a record");
    }
    return OptionDescriptor.of(record);
  }

  /** What comes from a plugin may be null although the contract says otherwise. */
  private static <T> T present(@Nullable T value, String what) throws Diagnosis.OfferException {
    if (value == null) {
      throw new Diagnosis.OfferException(what + " is null");
    }
    return value;
  }
}
