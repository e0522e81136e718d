package org.muscat.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.muscat.spi.PluginDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plugin that was loaded: its verdict, the guard of its indicators and its open feeds. */
final class HostedPlugin implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HostedPlugin.class);

  private final PluginDescriptor descriptor;
  private final PluginClassLoader loader;
  private final GuardSettings settings;
  private final PluginGuard guard;
  private final List<HostedFeed> openFeeds = new ArrayList<>();
  private volatile Verdict verdict;

  HostedPlugin(Offer offer, GuardSettings settings) {
    this.descriptor = offer.descriptor();
    this.loader = offer.loader();
    this.settings = settings;
    this.verdict =
        new Verdict(
            descriptor.id(),
            offer.candidate().location().toString(),
            descriptor.version(),
            Status.ACTIVE,
            "",
            "",
            "");
    this.guard = new PluginGuard(this);
  }

  String id() {
    return descriptor.id();
  }

  PluginDescriptor descriptor() {
    return descriptor;
  }

  PluginClassLoader loader() {
    return loader;
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

  /** Closes its feeds, its guard and its class loader. Idempotent. */
  @Override
  public void close() {
    List<HostedFeed> open;
    synchronized (this) {
      open = List.copyOf(openFeeds);
    }
    open.forEach(HostedFeed::close);
    guard.close();
    try {
      loader.close();
    } catch (IOException e) {
      log.atWarn().setCause(e).addKeyValue("plugin", id()).log("class loader not closed");
    }
  }
}
