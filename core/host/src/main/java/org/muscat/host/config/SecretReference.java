package org.muscat.host.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muscat.spi.config.Secret;

/**
 * Reads secrets, which are written as <code>${env:NAME}</code> or <code>${file:PATH}</code> and
 * looked up each time they are sent; and once when they are read, so that one that is not there is
 * told before it is needed. A path is relative to the folder of the configuration file.
 */
final class SecretReference {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]+)}");

  /** Set in the child JVM of a plugin: its host has looked the secrets up, and keeps them. */
  private static final boolean ELSEWHERE = Boolean.getBoolean("muscat.secrets.elsewhere");

  private SecretReference() {}

  /** A secret; empty if it is written in any other way, which is then among the problems. */
  static Optional<Secret> read(ConfigNode node, Problems problems) {
    if (node instanceof ConfigNode.Scalar scalar) {
      Matcher matcher = REFERENCE.matcher(scalar.text());
      if (matcher.matches()) {
        return secret(scalar, matcher.group(1), matcher.group(2), problems);
      }
    }
    // Whatever stands there may be the secret itself, so it is not quoted.
    problems.add(
        node.place(),
        "a secret does not stand in a configuration: write ${env:NAME} for a variable of the"
            + " environment or ${file:PATH} for a file");
    return Optional.empty();
  }

  private static Optional<Secret> secret(
      ConfigNode.Scalar scalar, String kind, String name, Problems problems) {
    if (kind.equals("env")) {
      return resolved(scalar.text(), () -> variable(name), scalar.place(), problems);
    }
    try {
      Path file = Path.of(scalar.place().file()).toAbsolutePath().resolveSibling(name);
      return resolved("${file:" + file + "}", () -> content(file), scalar.place(), problems);
    } catch (InvalidPathException e) {
      problems.add(scalar.place(), scalar.describe() + " does not name a file");
      return Optional.empty();
    }
  }

  private static Optional<Secret> resolved(
      String reference, Supplier<String> lookUp, Place place, Problems problems) {
    if (ELSEWHERE) {
      return Optional.of(Secret.of(reference, () -> keptByHost(reference)));
    }
    Secret secret = Secret.of(reference, lookUp);
    try {
      secret.reveal();
      return Optional.of(secret);
    } catch (IllegalStateException e) {
      boolean mayBeAbsent = problems.addAbsentSecret(place, String.valueOf(e.getMessage()));
      return mayBeAbsent ? Optional.of(secret) : Optional.empty();
    }
  }

  private static String keptByHost(String reference) {
    throw new IllegalStateException(
        "the secret "
            + reference
            + " stays in the host, which adds it to requests; it cannot be revealed in a process of"
            + " its own");
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "the variable " + name + " of the environment, which holds a secret, is not set");
    }
    return value;
  }

  private static String content(Path file) {
    try {
      String value = Files.readString(file, StandardCharsets.UTF_8).strip();
      if (value.isEmpty()) {
        throw new IllegalStateException("the file " + file + ", which holds a secret, is empty");
      }
      return value;
    } catch (IOException e) {
      throw new IllegalStateException(
          "the file " + file + ", which holds a secret, cannot be read: " + e, e);
    }
  }
}
