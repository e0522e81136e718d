package org.muscat.host.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of classes, as a build leaves it. */
final class FolderPlace implements Place {

  private final Path path;
  private final Set<String> entries = new LinkedHashSet<>();
  private final @Nullable Manifest manifest;

  FolderPlace(Path path) throws IOException {
    this.path = path;
    try (Stream<Path> files = Files.walk(path)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> path.relativize(file).toString().replace('\\', '/'))
          .forEach(entries::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    this.manifest = entries.contains(JarFile.MANIFEST_NAME) ? readManifest(path) : null;
  }

  private static Manifest readManifest(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path.resolve(JarFile.MANIFEST_NAME))) {
      return new Manifest(in);
    }
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public List<String> entries() {
    return List.copyOf(entries);
  }

  @Override
  public boolean holds(String entry) {
    return entries.contains(entry);
  }

  @Override
  public byte[] read(String entry) throws UnreadableException {
    try {
      if (Files.size(path.resolve(entry)) > ClassLimits.MOST_BYTES) {
        throw new IOException(entry + " " + ClassLimits.tooLong());
      }
      return Files.readAllBytes(path.resolve(entry));
    } catch (IOException e) {
      throw new UnreadableException(path, e);
    }
  }

  @Override
  public byte[] head(String entry) throws UnreadableException {
    try (InputStream in = Files.newInputStream(path.resolve(entry))) {
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

  @Override
  public void close() {
    // nothing is held open
  }
}
