package org.muscat.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muscat.server.runtime.Installation;
import org.muscat.server.runtime.SessionAhead;

/**
 * What a short command will open, seen from its arguments before they are read as a command line,
 * which takes a seventh of its time. It may be wrong: what was begun counts only if the command
 * line wants the very same.
 */
final class Foresight {

  private static final Set<String> SHORT = Set.of("score", "explain");
  private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

  private Foresight() {}

  /** Begins to open it, if the command is one of those that would wait for it. */
  static Optional<SessionAhead> of(String... arguments) {
    List<String> words = List.of(arguments);
    boolean isForeseen =
        !words.isEmpty()
            && SHORT.contains(words.get(0))
            // A file of arguments.
            && words.stream().noneMatch(word -> HELP.contains(word) || word.startsWith("@"));
    return isForeseen
        ? Optional.of(
            SessionAhead.start(
                value("--config", words).orElseGet(Installation.running()::defaultConfig),
                value("--plugins", words).orElseGet(Installation.running()::plugins)))
        : Optional.empty();
  }

  private static Optional<Path> value(String option, List<String> words) {
    Optional<String> found = Optional.empty();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals(option) && i + 1 < words.size()) {
        found = Optional.of(words.get(i + 1));
      } else if (words.get(i).startsWith(option + "=")) {
        found = Optional.of(words.get(i).substring(option.length() + 1));
      }
    }
    return found.map(Path::of);
  }
}
