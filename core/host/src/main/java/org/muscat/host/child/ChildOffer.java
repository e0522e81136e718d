package org.muscat.host.child;

import java.util.List;
import org.muscat.host.load.Candidate;
import org.muscat.host.load.Offer;
import org.muscat.host.load.OfferedFeed;
import org.muscat.host.load.OfferedIndicator;
import org.muscat.host.load.OwnThread;
import org.muscat.spi.PluginDescriptor;

/** What a plugin in a child offers. */
final class ChildOffer implements Offer {

  private final Candidate candidate;
  private final PluginDescriptor descriptor;
  private final List<OfferedFeed> feeds;
  private final List<OfferedIndicator> indicators;
  private final Supervisor supervisor;
  private final ClassLoader loader;

  ChildOffer(
      Candidate candidate,
      PluginDescriptor descriptor,
      List<OfferedFeed> feeds,
      List<OfferedIndicator> indicators,
      Supervisor supervisor) {
    this.candidate = candidate;
    this.descriptor = descriptor;
    this.feeds = List.copyOf(feeds);
    this.indicators = List.copyOf(indicators);
    this.supervisor = supervisor;
    this.loader = new NoClasses(candidate.name());
  }

  /** The threads that call it are its own, and find nothing of the host. */
  private static final class NoClasses extends ClassLoader {

    NoClasses(String name) {
      super("child-" + name, ClassLoader.getPlatformClassLoader());
    }
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
    return feeds;
  }

  @Override
  public List<OfferedIndicator> indicators() {
    return indicators;
  }

  @Override
  public ClassLoader contextLoader() {
    return loader;
  }

  /** None while the process is away, or if it does not say. */
  @Override
  public List<OwnThread> ownThreads() {
    return supervisor.ownThreads();
  }

  /** The process ends with them, and another one is started. */
  @Override
  public void endOwnThreads() {
    supervisor.replace("was killed because its plugin left too many threads behind");
  }

  /** Ends the process, which all plugins of the candidate share. */
  @Override
  public void close() {
    supervisor.close();
  }
}
