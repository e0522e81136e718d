package org.muscat.filedrop;

import java.util.List;
import org.muscat.spi.FeedProvider;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.PluginDescriptor;

/** The plugin {@code filedrop}: one feed, {@code file-drop}, no indicators. */
public final class FileDropPlugin implements MuscatPlugin {

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of(
        "filedrop", "CSV files from a folder", "0.1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION);
  }

  @Override
  public List<FeedProvider<?>> feeds() {
    return List.of(new FileDropProvider());
  }
}
