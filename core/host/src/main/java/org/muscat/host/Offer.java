package org.muscat.host;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.FeedDescriptor;
import org.muscat.spi.FeedProvider;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.PluginDescriptor;

/** What a plugin offers, asked for once. Compared by identity. */
final class Offer {

  /** A kind of feed with its descriptor. */
  record OfferedFeed(FeedDescriptor descriptor, FeedProvider<?> provider) {}

  /** A kind of indicator with its descriptor. */
  record OfferedIndicator(IndicatorDescriptor descriptor, IndicatorProvider<?> provider) {}

  private final Candidate candidate;
  private final PluginClassLoader loader;
  private final PluginDescriptor descriptor;
  private final List<OfferedFeed> feeds;
  private final List<OfferedIndicator> indicators;

  private Offer(
      Candidate candidate,
      PluginClassLoader loader,
      PluginDescriptor descriptor,
      List<OfferedFeed> feeds,
      List<OfferedIndicator> indicators) {
    this.candidate = candidate;
    this.loader = loader;
    this.descriptor = descriptor;
    this.feeds = feeds;
    this.indicators = indicators;
  }

  /** Asks a plugin. */
  static Offer of(Candidate candidate, PluginClassLoader loader, MuscatPlugin plugin)
      throws PluginThrewException {
    return PluginCode.onHostThread(
        loader,
        () ->
            new Offer(
                candidate,
                loader,
                present(plugin.descriptor(), "descriptor()"),
                feeds(plugin),
                indicators(plugin)));
  }

  Candidate candidate() {
    return candidate;
  }

  PluginClassLoader loader() {
    return loader;
  }

  PluginDescriptor descriptor() {
    return descriptor;
  }

  List<OfferedFeed> feeds() {
    return feeds;
  }

  List<OfferedIndicator> indicators() {
    return indicators;
  }

  private static List<OfferedFeed> feeds(MuscatPlugin plugin) throws Diagnosis.OfferException {
    List<OfferedFeed> offered = new ArrayList<>();
    for (FeedProvider<?> provider : present(plugin.feeds(), "feeds()")) {
      String who = present(provider, "an item of feeds()").getClass().getName();
      FeedDescriptor descriptor = present(provider.descriptor(), who + ".descriptor()");
      requireRecord(provider.configType(), who);
      offered.add(new OfferedFeed(descriptor, provider));
    }
    return List.copyOf(offered);
  }

  private static List<OfferedIndicator> indicators(MuscatPlugin plugin)
      throws Diagnosis.OfferException {
    List<OfferedIndicator> offered = new ArrayList<>();
    for (IndicatorProvider<?> provider : present(plugin.indicators(), "indicators()")) {
      String who = present(provider, "an item of indicators()").getClass().getName();
      IndicatorDescriptor descriptor = present(provider.descriptor(), who + ".descriptor()");
      requireRecord(provider.configType(), who);
      offered.add(new OfferedIndicator(descriptor, provider));
    }
    return List.copyOf(offered);
  }

  private static void requireRecord(@Nullable Class<?> type, String who)
      throws Diagnosis.OfferException {
    if (!present(type, who + ".configType()").isRecord()) {
      throw new Diagnosis.OfferException(who + ".configType() is not a record");
    }
  }

  /** What comes from a plugin may be null although the contract says otherwise. */
  private static <T> T present(@Nullable T value, String what) throws Diagnosis.OfferException {
    if (value == null) {
      throw new Diagnosis.OfferException(what + " is null");
    }
    return value;
  }
}
