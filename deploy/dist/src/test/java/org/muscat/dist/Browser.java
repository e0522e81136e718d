package org.muscat.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Shows pages as a user would see them. Needs Debian's chromium. */
final class Browser {

  private Browser() {}

  /**
   * The document of a page after ten seconds of its scripts, which do not take as long.
   *
   * @param folder where the browser may write
   */
  static String show(Path folder, String url) throws IOException, InterruptedException {
    Process chromium =
        new ProcessBuilder(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("browser"),
                "--virtual-time-budget=10000",
                "--dump-dom",
                url)
            .redirectError(folder.resolve("browser.err").toFile())
            .start();
    try {
      String document =
          new String(chromium.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (chromium.waitFor() != 0) {
        throw new IllegalStateException("chromium ended with " + chromium.exitValue());
      }
      return document;
    } finally {
      chromium.destroyForcibly();
    }
  }
}
