package org.muscat.server.deliver;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.muscat.spi.config.Secret;

/**
 * A name and a password. The password is looked up for each request, and never shown.
 *
 * @param user without a colon
 */
public record Credentials(String user, Secret password) {

  public Credentials {
    if (user.contains(":")) {
      throw new IllegalArgumentException("the user '" + user + "' has a colon");
    }
  }

  /**
   * The value of the header {@code Authorization}; hand it to nothing that logs.
   *
   * @throws IllegalStateException if the password is not where it was
   */
  String header() {
    byte[] both = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }
}
