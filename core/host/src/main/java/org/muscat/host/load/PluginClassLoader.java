package org.muscat.host.load;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Loads the classes of one plugin. It sees the Java platform, the contract {@code org.muscat.spi}
 * of the host, and its own jars; nothing else of the host, so that a plugin may bring any version
 * of any library.
 */
final class PluginClassLoader extends URLClassLoader {

  static final String CONTRACT = "org.muscat.spi.";

  /** What the names of these loaders begin with. */
  static final String NAME = "plugin-";

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader host;

  PluginClassLoader(Candidate candidate, ClassLoader host) {
    super(
        NAME + candidate.name(),
        candidate.classPath().stream().map(PluginClassLoader::url).toArray(URL[]::new),
        ClassLoader.getPlatformClassLoader());
    this.host = host;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return name.startsWith(CONTRACT) ? host.loadClass(name) : super.loadClass(name, resolve);
  }

  private static URL url(Path place) {
    try {
      return place.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("no class loader can read " + place, e);
    }
  }
}
