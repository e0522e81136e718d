package org.muscat.host.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;
import org.muscat.host.bytecode.ClassLimits;
import org.muscat.host.guard.ThreadHome;

/**
 * Loads the classes of one plugin. It sees the Java platform, the contract {@code org.muscat.spi}
 * of the host, and its own jars; nothing else of the host, so that a plugin may bring any version
 * of any library. A class that could end the virtual machine is not given to it.
 */
final class PluginClassLoader extends URLClassLoader implements ThreadHome {

  static final String CONTRACT = "org.muscat.spi.";

  /** What the names of these loaders begin with. */
  static final String NAME = "plugin-";

  static {
    registerAsParallelCapable();
  }

  private final LookedJars looked = new LookedJars();
  private final ClassLoader host;
  private final ThreadGroup threads;

  /**
   * A loader.
   *
   * @param threads that its code runs on
   */
  PluginClassLoader(Candidate candidate, ClassLoader host, ThreadGroup threads) {
    super(
        NAME + candidate.name(),
        candidate.classPath().stream().map(PluginClassLoader::url).toArray(URL[]::new),
        ClassLoader.getPlatformClassLoader());
    this.host = host;
    this.threads = threads;
  }

  @Override
  public ThreadGroup threads() {
    return threads;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return name.startsWith(CONTRACT) ? host.loadClass(name) : super.loadClass(name, resolve);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    exceeded(name)
        .ifPresent(
            what -> {
              throw new ClassFormatError("class " + name + " " + what);
            });
    return super.findClass(name);
  }

  /** What is too much in the file of a class, whichever of the jars holds it. */
  private Optional<String> exceeded(String name) {
    URL file = findResource(name.replace('.', '/') + ".class");
    if (file == null) {
      return Optional.empty();
    }
    try (InputStream in = looked.open(file)) {
      return ClassLimits.exceeded(in.readNBytes(ClassLimits.MOST_BYTES + 1));
    } catch (IOException e) {
      // Reading it to define it fails as well, and says so.
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    try (looked) {
      super.close();
    }
  }

  private static URL url(Path place) {
    try {
      return place.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("no class loader can read " + place, e);
    }
  }
}
