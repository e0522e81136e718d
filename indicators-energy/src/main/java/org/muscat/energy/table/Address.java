package org.muscat.energy.table;

import java.net.URI;
import java.util.List;
import org.muscat.spi.ConfigProblem;

/** Checks the option {@code url} of a feed. */
public final class Address {

  private Address() {}

  /** What is wrong with it, empty if nothing is. */
  public static List<ConfigProblem> problems(URI url) {
    boolean web =
        "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
    return !web || url.getHost() == null || url.getRawUserInfo() != null
        ? List.of(
            new ConfigProblem("url", "is not an absolute address of http or https without a user"))
        : List.of();
  }
}
