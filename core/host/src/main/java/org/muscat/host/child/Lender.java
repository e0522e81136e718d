package org.muscat.host.child;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.muscat.host.child.wire.Failure;
import org.muscat.host.child.wire.Frame;
import org.muscat.host.child.wire.Note;
import org.muscat.host.child.wire.Question;
import org.muscat.host.child.wire.Reply;
import org.muscat.host.child.wire.Request;
import org.muscat.spi.FeedContext;
import org.muscat.spi.FeedException;
import org.muscat.spi.HttpQuery;
import org.muscat.spi.config.Secret;

/**
 * What the host lends to one feed in a child: it answers the questions of the feed on the thread
 * that calls it, so that an interrupt of that thread cuts them off as it should.
 */
final class Lender {

  /** An answer of the web has to fit into a frame, with its headers. */
  private static final long MOST_BYTES = Frame.MOST_BYTES - (8L << 20);

  private final FeedContext context;
  private final Map<String, Secret> secrets;

  /**
   * A lender.
   *
   * @param secrets of the options of this feed, by reference; it can have no others of the host
   */
  Lender(FeedContext context, Map<String, Secret> secrets) {
    this.context = context;
    this.secrets = Map.copyOf(secrets);
  }

  /** What the feed is told at the start. */
  Request.Lent lent() {
    System.Logger logger = context.logger();
    List<String> logged =
        Arrays.stream(System.Logger.Level.values())
            .filter(logger::isLoggable)
            .map(Enum::name)
            .toList();
    return new Request.Lent(
        context.instance(),
        context.baseFolder().toString(),
        context.clock().getZone().getId(),
        logged,
        List.copyOf(secrets.keySet()));
  }

  /** Answers a question. */
  Reply answer(Question question) throws InterruptedException {
    try {
      if (question instanceof Question.Web web) {
        return new Reply.Web(context.http().fetch(query(web)));
      }
      return new Reply.Time(context.clock().instant());
    } catch (FeedException | RuntimeException | LinkageError e) {
      return new Reply.Threw(Failure.of(e));
    }
  }

  /** Takes what the feed tells. */
  void take(Note note) {
    if (note instanceof Note.Log log) {
      context.logger().log(log.level(), log.text());
    } else if (note instanceof Note.Meter meter) {
      String[] labels = meter.labels().toArray(String[]::new);
      if (meter.grows()) {
        context.meters().count(meter.name(), meter.amount(), labels);
      } else {
        context.meters().gauge(meter.name(), meter.amount(), labels);
      }
    }
  }

  private HttpQuery query(Question.Web web) {
    HttpQuery query =
        HttpQuery.get(URI.create(web.address()))
            .atMost(Math.min(web.mostBytes(), MOST_BYTES))
            .within(web.within());
    if (!web.mediaTypes().isEmpty()) {
      query = query.accepting(web.mediaTypes().toArray(String[]::new));
    }
    for (Question.Parameter parameter : web.parameters()) {
      query =
          parameter.secret().isPresent()
              ? query.secretParameter(parameter.name(), secret(parameter.secret().get()))
              : query.parameter(parameter.name(), parameter.value());
    }
    for (Map.Entry<String, String> header : web.headers().entrySet()) {
      query = query.header(header.getKey(), header.getValue());
    }
    for (Map.Entry<String, Question.Hidden> header : web.secretHeaders().entrySet()) {
      query = query.secretHeader(header.getKey(), secret(header.getValue()));
    }
    return query;
  }

  private Secret secret(Question.Hidden hidden) {
    if (hidden.value().isPresent()) {
      return Secret.of(hidden.reference(), hidden.value()::get);
    }
    Secret kept = secrets.get(hidden.reference());
    if (kept == null) {
      throw new IllegalArgumentException(
          "feed '" + context.instance() + "' has no option with the secret " + hidden.reference());
    }
    return kept;
  }
}
