package org.muscat.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Listeners of the stream in a process of their own. Tells at the end of its input how many were
 * connected and, a line for each event, its data and by when one of two and the last listener had
 * it, in milliseconds of the clock.
 */
public final class Listeners {

  private final Map<String, List<Long>> arrivals = new ConcurrentSkipListMap<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();

  private Listeners() {}

  /** The address of the stream, and how many there are. */
  public static void main(String[] arguments) throws IOException {
    new Listeners().run(URI.create(arguments[0]), Integer.parseInt(arguments[1]));
  }

  private void run(URI stream, int number) throws IOException {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request =
        HttpRequest.newBuilder(stream).header("Accept", "text/event-stream").build();
    for (int i = 0; i < number; i++) {
      var unused =
          http.sendAsync(
                  request,
                  answer -> {
                    if (answer.statusCode() != 200) {
                      refused.incrementAndGet();
                    }
                    return BodyHandlers.fromLineSubscriber(new Listener()).apply(answer);
                  })
              .whenComplete(this::ended);
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (in.readLine() != null) {
      System.out.println("still there");
    }
    System.out.printf("%d asked, %d refused, %d ended%n", number, refused.get(), ended.get());
    arrivals.forEach(Listeners::tell);
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static void tell(String data, List<Long> at) {
    List<Long> sorted = new ArrayList<>(at); // at once: events still arrive
    Collections.sort(sorted);
    System.out.printf(
        "%s\t%d\t%d\t%d%n",
        data, sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
  }

  private void ended(HttpResponse<Void> answer, Throwable failure) {
    ended.incrementAndGet();
  }

  /** Of one connection. */
  private final class Listener implements Flow.Subscriber<String> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      if (line.startsWith("data:")) {
        arrivals
            .computeIfAbsent(
                line.substring("data:".length()),
                data -> Collections.synchronizedList(new ArrayList<>()))
            .add(System.currentTimeMillis());
      }
    }

    @Override
    public void onError(Throwable failure) {
      // The connection ended: counted by whoever asked.
    }

    @Override
    public void onComplete() {
      // Likewise.
    }
  }
}
