package org.muscat.host;

import java.util.ArrayList;
import java.util.List;
import org.muscat.host.load.Code;
import org.muscat.host.load.Offer;
import org.muscat.spi.PluginDescriptor;

/** A plugin that was loaded: its verdict, the guard of its indicators and its open feeds. */
final class HostedPlugin implements AutoCloseable {

  private final Offer offer;
  private final GuardSettings settings;
  private final PluginGuard guard;
  private final List<HostedFeed> openFeeds = new ArrayList<>();
  private volatile Verdict verdict;

  HostedPlugin(Offer offer, GuardSettings settings) {
    this.offer = offer;
    this.settings = settings;
    this.verdict =
        new Verdict(
            offer.descriptor().id(),
            offer.candidate().location().toString(),
            offer.descriptor().version(),
            Status.ACTIVE,
            "",
            "",
            "");
    this.guard = new PluginGuard(this);
  }

  String id() {
    return offer.descriptor().id();
  }

  PluginDescriptor descriptor() {
    return offer.descriptor();
  }

  ClassLoader contextLoader() {
    return offer.contextLoader();
  }

  GuardSettings settings() {
    return settings;
  }

  PluginGuard guard() {
    return guard;
  }

  Verdict verdict() {
    return verdict;
  }

  boolean isQuarantined() {
    return verdict.status() == Status.QUARANTINED;
  }

  /** Notes that a thread was abandoned; a quarantine is never taken back. */
  synchronized void stuck(Status status, String cause) {
    if (isQuarantined()) {
      return;
    }
    verdict =
        new Verdict(
            verdict.plugin(),
            verdict.location(),
            verdict.version(),
            status,
            Code.P402.name(),
            cause,
            "Repair the loop that ignores interrupts, or remove the plugin, and restart the host.");
    VerdictLog.write(verdict);
  }

  synchronized void opened(HostedFeed feed) {
    openFeeds.add(feed);
  }

  synchronized void closed(HostedFeed feed) {
    openFeeds.remove(feed);
  }

  /** Closes its feeds and its guard, and lets its code go. Idempotent. */
  @Override
  public void close() {
    List<HostedFeed> open;
    synchronized (this) {
      open = List.copyOf(openFeeds);
    }
    open.forEach(HostedFeed::close);
    guard.close();
    offer.close();
  }
}
