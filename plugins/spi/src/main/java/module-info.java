/** The contract between Muscat and its plugins. */
module org.muscat.spi {
  requires static org.jspecify;

  exports org.muscat.spi;
  exports org.muscat.spi.config;
  exports org.muscat.spi.meter;

  uses org.muscat.spi.MuscatPlugin;
}
