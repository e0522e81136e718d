package org.muscat.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Looks at pages as a user would, in Debian's chromium steered by {@code deploy/page/check}. A
 * browser makes one check after another, each in a context of its own, which knows nothing of those
 * before. Safe for any thread.
 */
final class Browser {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Queue<Browser> IDLE = new ConcurrentLinkedQueue<>();

  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;

  private Browser() throws IOException {
    this.process =
        new ProcessBuilder(Tool.deploy("page/check").toString(), "--each")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    this.questions = process.outputWriter();
    this.answers = process.inputReader();
  }

  /** The document of a page once its scripts have shown everything. */
  static String show(String url) throws IOException {
    return check("document", url);
  }

  /**
   * Makes a check of {@code deploy/page} and fails with what it found.
   *
   * @return what the check says that it measured
   */
  static String check(String name, String url, String... arguments) throws IOException {
    Browser idle = IDLE.poll();
    Browser browser = idle == null ? new Browser() : idle;
    List<String> asked = new ArrayList<>(List.of(name, url));
    asked.addAll(List.of(arguments));
    JsonNode answer = browser.ask(asked);
    IDLE.add(browser);
    if (answer.has("failed")) {
      throw new AssertionError(answer.get("failed").asText());
    }
    return answer.get("said").asText();
  }

  private JsonNode ask(List<String> check) throws IOException {
    questions.write(JSON.writeValueAsString(check) + "\n");
    questions.flush();
    String line = answers.readLine();
    if (line == null) {
      throw new AssertionError("deploy/page/check ended; it says why above: " + check);
    }
    return JSON.readTree(line);
  }

  private void close() {
    process.destroy();
    process.onExit().join();
  }
}
