package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.feed.FeedRunner;
import org.muscat.server.fixture.Home;
import org.muscat.server.runtime.Session;

class FeedPrinterTest {

  private static final String LINE = "test/one,2024-05-01T00:00:00Z,5";
  private static final String ANSWERS =
      "feed drop: answers; 1 observations were new, the newest of 2024-05-01T00:00:00Z";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private Path file;
  private Session session;
  private FeedRunner feed;

  @BeforeEach
  void open() throws IOException {
    Home home = Home.in(folder);
    file = home.feedOf("history", "PT1H", LINE);
    session = home.open();
    feed = session.configuredFeeds().get(0);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private List<String> printed() {
    return out.toString().lines().toList();
  }

  private void listen() {
    session.feedBoard().listen(new FeedPrinter(new PrintWriter(out)));
  }

  @Test
  void shouldPrintNothingBeforeTheFirstFetch() {
    listen();

    assertThat(printed()).isEmpty();
  }

  @Test
  void shouldPrintWhatTheFirstFetchBroughtAndNothingOfTheNext() {
    listen();

    feed.run();
    feed.run();

    assertThat(printed()).containsExactly(ANSWERS);
  }

  @Test
  void shouldPrintWhatWasThereWhenItBeganToListen() {
    feed.run();

    listen();

    assertThat(printed()).containsExactly(ANSWERS);
  }

  @Test
  void shouldPrintWhenAFeedCeasesToAnswerAndAnswersAgain() throws IOException {
    listen();
    feed.run();
    Files.writeString(file, "fail");
    feed.run();
    feed.run();
    Files.writeString(file, LINE);
    feed.run();

    assertThat(printed()).hasSize(3);
    assertThat(printed().get(1))
        .startsWith("feed drop: no answer, UNREACHABLE: ")
        .contains("line 1");
    assertThat(printed().get(2)).startsWith("feed drop: answers; ");
  }

  @Test
  void shouldPrintThatAFeedAnswersInPart() throws IOException {
    String more = LINE.replace("2024", "2025");
    Files.writeString(file, "fail");
    listen();
    feed.run();
    writeTwoBatches("fail");
    feed.run();
    writeTwoBatches(more);
    feed.run();

    assertThat(printed()).hasSize(3);
    assertThat(printed().get(0)).startsWith("feed drop: no answer, UNREACHABLE: ");
    assertThat(printed().get(1))
        .startsWith("feed drop: answers in part, UNREACHABLE: ")
        .contains("line 201");
    assertThat(printed().get(2)).startsWith("feed drop: answers; ");
  }

  /** The first is full; the second has one line. */
  private void writeTwoBatches(String last) throws IOException {
    List<String> lines = new ArrayList<>(Collections.nCopies(200, LINE));
    lines.add(last);
    Files.write(file, lines);
  }
}
