package org.muscat.host.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.PluginDescriptor;

/** Looks at the jars of a candidate before any of its code runs. */
final class ArchiveCheck {

  /** Manifest attribute with the version of the contract that a plugin was built against. */
  static final String SPI_VERSION = "Muscat-Spi-Version";

  private static final int OLDEST_SPI = 1;
  private static final String CONTRACT = PluginClassLoader.CONTRACT.replace('.', '/');

  private ArchiveCheck() {}

  /** What is wrong with the jars, if something is. */
  static Optional<Diagnosis> of(Candidate candidate) {
    return candidate.classPath().stream()
        .filter(place -> !Files.isDirectory(place))
        .flatMap(jar -> of(jar).stream())
        .findFirst();
  }

  private static Optional<Diagnosis> of(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      if (file.stream().anyMatch(entry -> isContract(entry.getName()))) {
        return Optional.of(
            new Diagnosis(
                Code.P108,
                "the contract " + PluginClassLoader.CONTRACT + " is bundled in " + jar,
                "Give muscat-spi the scope 'provided' in the plugin's build; the host offers it."));
      }
      return spiVersion(file.getManifest(), jar);
    } catch (IOException | SecurityException e) {
      return Optional.of(
          new Diagnosis(
              Code.P102,
              jar + ": " + Thrown.describe(e),
              "Copy the file again; it is not a jar, or was cut off or changed."));
    }
  }

  private static boolean isContract(String entry) {
    return entry.startsWith(CONTRACT) && entry.endsWith(".class");
  }

  private static Optional<Diagnosis> spiVersion(@Nullable Manifest manifest, Path jar) {
    String text = manifest == null ? null : manifest.getMainAttributes().getValue(SPI_VERSION);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return ofSpiVersion(Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.of(
          new Diagnosis(
              Code.P106,
              SPI_VERSION + " in the manifest of " + jar + " is '" + text + "'",
              "Write a whole number such as " + PluginDescriptor.SPI_VERSION + " there."));
    }
  }

  /** Whether this host has the contract that a plugin asks for. */
  static Optional<Diagnosis> ofSpiVersion(int wanted) {
    String both =
        "the plugin is built against SPI "
            + wanted
            + ", this Muscat has "
            + PluginDescriptor.SPI_VERSION;
    if (wanted > PluginDescriptor.SPI_VERSION) {
      return Optional.of(
          new Diagnosis(
              Code.P105, both, "Run a newer Muscat, or use an older version of the plugin."));
    }
    if (wanted < OLDEST_SPI) {
      return Optional.of(
          new Diagnosis(
              Code.P106,
              both + " and takes none before " + OLDEST_SPI,
              "Use a newer version of the plugin, or build it again."));
    }
    return Optional.empty();
  }
}
