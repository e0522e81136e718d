package org.muscat.host.child.inside;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muscat.host.child.wire.Question;
import org.muscat.host.child.wire.Reply;
import org.muscat.spi.FeedException;
import org.muscat.spi.HttpAnswer;
import org.muscat.spi.HttpFetcher;
import org.muscat.spi.HttpQuery;
import org.muscat.spi.config.Secret;

/**
 * The network of the host. A secret of an option goes to it by reference: the host looks it up and
 * fills it in; no child ever has it.
 */
final class LentHttp implements HttpFetcher {

  private final int feed;
  private final Set<String> keptByHost;
  private final Questions questions;

  LentHttp(int feed, Set<String> keptByHost, Questions questions) {
    this.feed = feed;
    this.keptByHost = keptByHost;
    this.questions = questions;
  }

  @Override
  public HttpAnswer fetch(HttpQuery query) throws FeedException, InterruptedException {
    Reply reply = questions.ask(question(query));
    if (reply instanceof Reply.Web web) {
      return web.answer();
    }
    if (reply instanceof Reply.Threw threw) {
      throw threw.failure().thrown();
    }
    throw new IllegalStateException("the host answers another question");
  }

  private Question question(HttpQuery query) throws FeedException {
    try {
      Map<String, Question.Hidden> secretHeaders = new LinkedHashMap<>();
      query.secretHeaders().forEach((name, secret) -> secretHeaders.put(name, hidden(secret)));
      return new Question.Web(
          feed,
          query.address().toString(),
          query.parameters().stream()
              .map(
                  parameter ->
                      new Question.Parameter(
                          parameter.name(),
                          parameter.value(),
                          parameter.secret().map(this::hidden)))
              .toList(),
          query.headers(),
          secretHeaders,
          query.mediaTypes(),
          query.mostBytes(),
          query.within());
    } catch (IllegalStateException e) {
      // as the host says it when a secret cannot be looked up
      throw new FeedException(
          FeedException.Reason.CONFIGURATION, query + " is not sent: " + e.getMessage(), e);
    }
  }

  private Question.Hidden hidden(Secret secret) {
    return new Question.Hidden(
        secret.reference(),
        keptByHost.contains(secret.reference()) ? Optional.empty() : Optional.of(secret.reveal()));
  }
}
