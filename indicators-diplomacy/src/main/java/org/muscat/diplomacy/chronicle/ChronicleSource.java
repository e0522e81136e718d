package org.muscat.diplomacy.chronicle;

import java.util.List;
import org.muscat.spi.FeedException;

/** Where the files of a chronicle lie. */
interface ChronicleSource {

  /**
   * One file.
   *
   * @param name for messages
   */
  record SourceFile(String name, String text) {}

  /** All files, in the order of their names. */
  List<SourceFile> files() throws FeedException;
}
