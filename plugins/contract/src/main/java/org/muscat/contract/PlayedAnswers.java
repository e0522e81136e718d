package org.muscat.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muscat.host.verify.Mood;
import org.muscat.host.verify.PlayedSource;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubRequest;
import org.muscat.testkit.StubServer;

/**
 * Plays a source with the good answers that an author gives. A bad answer has the media type of the
 * good one, so that the feed itself has to see that it is bad.
 */
final class PlayedAnswers implements PlayedSource, AutoCloseable {

  private static final Pattern MEDIA_TYPE =
      Pattern.compile(
          "^content-type:\\s*([^\\r\\n]+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final int PIECES = 20;
  private static final long PAUSE_MILLIS = 10;

  private final StubServer server = StubServer.http();
  private final Function<StubRequest, StubAnswer> good;
  private final Optional<StubAnswer> refusal;
  private volatile Mood mood = Mood.WELL;

  PlayedAnswers(Function<StubRequest, StubAnswer> good, Optional<StubAnswer> refusal) {
    this.good = good;
    this.refusal = refusal;
    server.otherwise(this::answer);
  }

  @Override
  public URI address() {
    return server.uri("");
  }

  @Override
  public void play(Mood next) {
    mood = next;
  }

  private StubAnswer answer(StubRequest request) {
    return switch (mood) {
      case WELL -> good.apply(request);
      case SLOW -> slow(bytes(good.apply(request)));
      case UNAUTHORISED -> StubAnswer.status(401);
      case RATE_LIMITED -> StubAnswer.status(429, "Retry-After: 7");
      case FAILED -> StubAnswer.status(503);
      case GARBAGE -> StubAnswer.of(200, mediaType(request), garbage());
      case EMPTY -> StubAnswer.of(200, mediaType(request), new byte[0]);
      case ERROR_AS_SUCCESS -> refusal.orElseGet(() -> refusal(mediaType(request)));
      case HANGING -> StubAnswer.hanging();
    };
  }

  private static StubAnswer refusal(String mediaType) {
    String text =
        mediaType.contains("json")
            ? "{\"error\":{\"code\":500,\"message\":\"internal error\"}}"
            : "<html><body>The service is not available.</body></html>";
    return StubAnswer.of(200, mediaType, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] garbage() {
    byte[] bytes =
        "\u0000\u0001 this is no data, whatever its head says \u0002"
            .getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xff;
    return bytes;
  }

  private String mediaType(StubRequest request) {
    Matcher matcher =
        MEDIA_TYPE.matcher(new String(bytes(good.apply(request)), StandardCharsets.ISO_8859_1));
    return matcher.find() ? matcher.group(1).strip() : "application/octet-stream";
  }

  private static StubAnswer slow(byte[] whole) {
    return (out, closing) -> {
      int size = whole.length / PIECES + 1;
      for (int from = 0; from < whole.length; from += size) {
        out.write(whole, from, Math.min(size, whole.length - from));
        out.flush();
        if (closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    };
  }

  private static byte[] bytes(StubAnswer answer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      answer.send(out, new CountDownLatch(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    server.close();
  }
}
