package org.muscat.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at pages as a user would, in Debian's chromium steered by {@code deploy/page/check}. */
final class Browser {

  private Browser() {}

  /**
   * The document of a page once its scripts have shown everything.
   *
   * @param folder for what the browser says
   */
  static String show(Path folder, String url) throws IOException, InterruptedException {
    return check(folder, "document", url);
  }

  /**
   * Makes a check of {@code deploy/page} and fails with what it found.
   *
   * @return what the check says that it measured
   */
  static String check(Path folder, String name, String url, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(Tool.deploy("page/check").toString(), name, url));
    command.addAll(List.of(arguments));
    Tool.Ended ended = Tool.run(folder, command);
    if (ended.exitCode() != 0) {
      throw new AssertionError(ended.err() + ended.out());
    }
    return ended.out();
  }
}
