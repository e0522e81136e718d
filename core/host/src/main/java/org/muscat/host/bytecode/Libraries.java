package org.muscat.host.bytecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Jars that have nothing to do with the contract: no class of them names it. That depends on their
 * bytes alone, so the build that ships them has looked, and wrote down which they are, by length
 * and two checksums. Of these nothing needs to be read again. Immutable.
 */
public final class Libraries {

  /** None is known. */
  public static final Libraries NONE = new Libraries(Set.of());

  /** In the folder of plugins; hidden, so that nobody takes it for one. */
  private static final String FILE = ".libraries";

  private final Set<String> marks;

  private Libraries(Set<String> marks) {
    this.marks = marks;
  }

  /** Those that a folder of plugins names; none if it does not, or what it says cannot be read. */
  public static Libraries of(@Nullable Path folder) {
    if (folder == null || !Files.isRegularFile(folder.resolve(FILE))) {
      return NONE;
    }
    try {
      List<String> lines = Files.readAllLines(folder.resolve(FILE));
      Set<String> marks = new HashSet<>();
      // Behind the mark stands the name, for people.
      lines.forEach(line -> marks.add(line.replaceFirst("  .*", "")));
      return new Libraries(marks);
    } catch (IOException e) {
      // Then all is looked at, as if the file were not there.
      return NONE;
    }
  }

  /** Whether this is one of them, by its bytes. */
  boolean has(Path file) throws UnreadableException {
    try {
      return !marks.isEmpty() && Files.isRegularFile(file) && marks.contains(Mark.of(file));
    } catch (IOException e) {
      throw new UnreadableException(file, e);
    }
  }
}
