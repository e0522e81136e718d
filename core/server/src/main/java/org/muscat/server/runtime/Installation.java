package org.muscat.server.runtime;

import java.nio.file.Path;

/**
 * Where this program is installed: the folder with bin, conf, demo, lib and plugins.
 *
 * @param home that folder
 */
public record Installation(Path home) {

  /** The installation that the start script names. */
  public static Installation running() {
    return new Installation(Path.of(System.getProperty("muscat.home", ".")));
  }

  public Path plugins() {
    return home.resolve("plugins");
  }

  public Path defaultConfig() {
    return home.resolve("conf").resolve("muscat.yaml");
  }

  public Path maps() {
    return home.resolve("conf").resolve("maps");
  }

  public Path demoConfig() {
    return home.resolve("demo").resolve("muscat.yaml");
  }
}
