package org.muscat.host.child;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muscat.host.child.wire.Address;
import org.muscat.host.child.wire.Answer;
import org.muscat.host.load.Candidate;
import org.muscat.host.load.Code;
import org.muscat.host.load.Diagnosis;
import org.muscat.host.load.ElsewhereException;
import org.muscat.host.load.Examined;
import org.muscat.host.load.Offer;
import org.muscat.host.load.OfferedFeed;
import org.muscat.host.load.OfferedIndicator;
import org.muscat.host.load.Patience;

/** Looks at candidates whose code runs in a child JVM. */
public final class ChildPlugin {

  private ChildPlugin() {}

  /**
   * Looks at a candidate as {@link Examined#of} does, in a child JVM, with the same verdicts. Waits
   * for it. A plugin that ends its process while it is made is a fault of its constructor.
   *
   * @param patience how long each step of making and asking its plugins may take
   * @param heapMegabytes the most memory for objects of the child, positive
   * @return offers that keep the child running until they are closed
   */
  public static Examined examine(Candidate candidate, Patience patience, int heapMegabytes) {
    Items items = new Items();
    return examine(
        candidate,
        new Supervisor(
            candidate.name(),
            new Launcher(candidate, patience, heapMegabytes, items),
            items,
            RestartPace.DEFAULT,
            Clock.systemUTC()));
  }

  static Examined examine(Candidate candidate, Supervisor supervisor) {
    try {
      Answer.Offered offered = supervisor.start();
      List<Offer> offers = offers(candidate, offered, supervisor);
      if (offers.isEmpty()) {
        supervisor.close();
      }
      return new Examined(offers, offered.faults(), offers.isEmpty() ? 0 : offered.stuckThreads());
    } catch (ElsewhereException e) {
      supervisor.close();
      return fault(
          String.valueOf(e.getMessage()),
          "Repair the constructor of the plugin, which should do no work and never end the JVM; or"
              + " give its process more memory.");
    } catch (InterruptedException e) {
      supervisor.close();
      Thread.currentThread().interrupt();
      return fault("it was not made: the host is closing", "Start the host again.");
    } catch (RuntimeException | Error e) {
      supervisor.close();
      throw e;
    }
  }

  private static Examined fault(String cause, String fix) {
    Diagnosis diagnosis = new Diagnosis(Code.P111, cause, fix);
    return new Examined(List.of(), List.of(new Examined.Fault(Optional.empty(), diagnosis)), 0);
  }

  private static List<Offer> offers(
      Candidate candidate, Answer.Offered offered, Supervisor supervisor) {
    List<Offer> offers = new ArrayList<>();
    for (Answer.OfferedPlugin plugin : offered.plugins()) {
      offers.add(offer(candidate, offers.size(), plugin, supervisor));
    }
    return offers;
  }

  private static Offer offer(
      Candidate candidate, int number, Answer.OfferedPlugin plugin, Supervisor supervisor) {
    Maker maker = new Maker(plugin.descriptor().id(), supervisor);
    List<OfferedFeed> feeds = new ArrayList<>();
    for (Answer.FeedKind kind : plugin.feeds()) {
      Address address = new Address(number, feeds.size());
      feeds.add(new ChildFeed(maker, address, kind.descriptor(), kind.options()));
    }
    List<OfferedIndicator> indicators = new ArrayList<>();
    for (Answer.IndicatorKind kind : plugin.indicators()) {
      Address address = new Address(number, indicators.size());
      indicators.add(new ChildIndicator(maker, address, kind.descriptor(), kind.options()));
    }
    return new ChildOffer(candidate, plugin.descriptor(), feeds, indicators, supervisor);
  }
}
