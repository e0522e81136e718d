package org.muscat.host.load;

import java.util.Optional;
import org.muscat.spi.PluginDescriptor;

/**
 * The versions of the contract that a host serves. A version is a number; within one nothing is
 * taken away, so a plugin runs on every host whose range holds the version that it was built
 * against. A member that a later host of the same version has added, and an older one lacks, is for
 * the link check to find.
 *
 * @param oldest that is still served
 * @param newest that there is
 */
record SpiRange(int oldest, int newest) {

  /** Manifest attribute with the version of the contract that a plugin was built against. */
  static final String ATTRIBUTE = "Muscat-Spi-Version";

  /** What this host serves. */
  static final SpiRange HOST = new SpiRange(1, PluginDescriptor.SPI_VERSION);

  SpiRange {
    if (oldest < 1 || newest < oldest) {
      throw new IllegalArgumentException("no range of versions: " + oldest + " to " + newest);
    }
  }

  /**
   * What is wrong with a version that a manifest asks for.
   *
   * @param text the value of the attribute
   * @param where the jar that holds the manifest, for people
   */
  Optional<Diagnosis> ofManifest(String text, String where) {
    String said = ATTRIBUTE + " in the manifest of " + where;
    try {
      return of(Integer.parseInt(text.strip()), said);
    } catch (NumberFormatException e) {
      return Optional.of(
          new Diagnosis(
              Code.P106,
              said + " is '" + text + "', which is no version of the SPI",
              "Write a whole number such as " + newest + " there."));
    }
  }

  /** What is wrong with the version that a descriptor asks for. */
  Optional<Diagnosis> ofDescriptor(PluginDescriptor descriptor) {
    return of(descriptor.spiVersion(), "its descriptor");
  }

  private Optional<Diagnosis> of(int wanted, String said) {
    String both =
        "the plugin is built against SPI "
            + wanted
            + ", says "
            + said
            + "; this Muscat has "
            + this;
    if (wanted > newest) {
      return Optional.of(
          new Diagnosis(
              Code.P105,
              both,
              "Run a newer Muscat, or use a version of the plugin for SPI " + newest + "."));
    }
    if (wanted < oldest) {
      return Optional.of(
          new Diagnosis(
              Code.P106,
              both,
              "Use a newer version of the plugin, or build it again for SPI " + newest + "."));
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return oldest == newest ? "SPI " + newest : "SPI " + oldest + " to " + newest;
  }
}
