package org.muscat.host.bytecode;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A jar. Of a multi-release jar, what this Java sees of it. */
final class JarPlace implements Place {

  private static final Logger log = LoggerFactory.getLogger(JarPlace.class);

  private final Path path;
  private final JarFile jar;
  private final Map<String, JarEntry> entries = new LinkedHashMap<>();
  private final @Nullable Manifest manifest;

  JarPlace(Path path) throws IOException {
    this.path = path;
    File file = path.toFile();
    // Signatures are not checked here: the class loader does that.
    this.jar = new JarFile(file, false, ZipFile.OPEN_READ, Runtime.version());
    try {
      jar.versionedStream().forEach(entry -> entries.put(entry.getName(), entry));
      this.manifest = jar.getManifest();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public List<String> entries() {
    return List.copyOf(entries.keySet());
  }

  @Override
  public boolean holds(String entry) {
    return entries.containsKey(entry);
  }

  @Override
  public byte[] read(String entry) throws UnreadableException {
    try (InputStream in = jar.getInputStream(present(entry))) {
      byte[] bytes = in.readNBytes(ClassLimits.MOST_BYTES + 1);
      if (bytes.length > ClassLimits.MOST_BYTES) {
        throw new IOException(entry + " " + ClassLimits.tooLong());
      }
      return bytes;
    } catch (IOException | SecurityException e) {
      throw new UnreadableException(path, e);
    }
  }

  @Override
  public byte[] head(String entry) throws UnreadableException {
    try (InputStream in = jar.getInputStream(present(entry))) {
      return in.readNBytes(ClassFile.HEAD);
    } catch (IOException | SecurityException e) {
      throw new UnreadableException(path, e);
    }
  }

  @Override
  public Optional<String> manifest(String attribute) {
    return manifest == null
        ? Optional.empty()
        : Optional.ofNullable(manifest.getMainAttributes().getValue(attribute));
  }

  /** Whether an entry has the same bytes in another jar, judged by length and checksum. */
  boolean hasSame(String entry, JarPlace other) {
    JarEntry mine = present(entry);
    JarEntry theirs = other.present(entry);
    return mine.getSize() == theirs.getSize() && mine.getCrc() == theirs.getCrc();
  }

  private JarEntry present(String entry) {
    JarEntry found = entries.get(entry);
    if (found == null) {
      throw new IllegalArgumentException("no " + entry + " in " + path);
    }
    return found;
  }

  @Override
  public void close() {
    try {
      jar.close();
    } catch (IOException e) {
      log.atWarn()
          .addKeyValue("event", "jar-not-closed")
          .setCause(e)
          .addKeyValue("jar", path)
          .log("not closed");
    }
  }
}
