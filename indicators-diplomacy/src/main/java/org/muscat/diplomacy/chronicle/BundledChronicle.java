package org.muscat.diplomacy.chronicle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;

/**
 * The chronicle inside the plugin. The resource {@code chronicle/index} has one line a theatre, its
 * name and its years separated by blanks, because a class loader cannot list resources.
 */
final class BundledChronicle implements ChronicleSource {

  private final String theatre;

  BundledChronicle(String theatre) {
    this.theatre = theatre;
  }

  @Override
  public List<SourceFile> files() throws FeedException {
    List<SourceFile> files = new ArrayList<>();
    for (String year : years()) {
      String name = theatre + "/" + year + ".yaml";
      files.add(new SourceFile(name, read(name)));
    }
    return files;
  }

  private List<String> years() throws FeedException {
    List<String> theatres = new ArrayList<>();
    for (String line : read("index").lines().toList()) {
      List<String> words = Arrays.asList(line.strip().split(" +"));
      if (words.get(0).equals(theatre)) {
        return words.subList(1, words.size());
      }
      theatres.add(words.get(0));
    }
    throw new FeedException(
        Reason.CONFIGURATION,
        "no chronicle of the theatre '"
            + theatre
            + "' is bundled, only "
            + theatres
            + "; give 'path' a folder");
  }

  private static String read(String name) throws FeedException {
    try (InputStream in = BundledChronicle.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FeedException(
            Reason.BAD_DATA, "the plugin lacks its resource chronicle/" + name + "; reinstall it");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new FeedException(
          Reason.BAD_DATA, "cannot read the resource chronicle/" + name + " (" + e + ")", e);
    }
  }
}
