package org.muscat.contract;

import java.util.ArrayList;
import java.util.List;

/** Collects what the author of a plugin gives to try its feeds and indicators with. */
public final class Samples {

  private final List<SampledIndicator> indicators = new ArrayList<>();
  private final List<SampledFeed> feeds = new ArrayList<>();

  Samples() {}

  /** A sample for the kind of indicator with this id; a kind may have several. */
  public SampledIndicator indicator(String id) {
    SampledIndicator sample = new SampledIndicator(id);
    indicators.add(sample);
    return sample;
  }

  /** A sample for the kind of feed with this id; a kind may have several. */
  public SampledFeed feed(String id) {
    SampledFeed sample = new SampledFeed(id);
    feeds.add(sample);
    return sample;
  }

  List<SampledIndicator> indicators() {
    return indicators;
  }

  List<SampledFeed> feeds() {
    return feeds;
  }
}
