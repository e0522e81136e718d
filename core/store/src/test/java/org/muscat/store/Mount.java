package org.muscat.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A file system of a test. Needs the right to mount, which root has. */
final class Mount implements AutoCloseable {

  private final Path folder;

  private Mount(Path folder) {
    this.folder = folder;
  }

  /** A file system in memory; skips the test with a notice where this process may not mount. */
  static Mount inMemory(Path folder, String size) throws IOException {
    Files.createDirectories(folder);
    mustWork("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
    return new Mount(folder);
  }

  /** An ext4 in a file that goes read-only at its first error, as disks that fail do. */
  static Mount ext4(Path image, Path folder) throws IOException {
    Files.createDirectories(folder);
    mustWork("truncate", "-s", "64M", image.toString());
    mustWork("mkfs.ext4", "-q", "-F", image.toString());
    Mount mount = new Mount(folder);
    mount.mountImage(image);
    return mount;
  }

  private void mountImage(Path image) throws IOException {
    mustWork("mount", "-o", "loop,errors=remount-ro", image.toString(), folder.toString());
  }

  /**
   * What an operator does: detach the failed disk, check a copy of it, and mount that in its place.
   */
  void replace(Path image) throws IOException {
    run("umount", "-l", folder.toString());
    Path copy = image.resolveSibling("copy.img");
    Files.copy(image, copy);
    run("e2fsck", "-f", "-y", copy.toString());
    mountImage(copy);
  }

  void remount(String options) throws IOException {
    String told = run("mount", "-o", "remount," + options, folder.toString());
    if (!told.isEmpty()) {
      throw new IOException("remount " + options + ": " + told);
    }
  }

  /** Makes the kernel take the file system for broken. */
  void breakIt() throws IOException {
    run("mount", "-o", "remount,abort", folder.toString());
  }

  @Override
  public void close() throws IOException {
    run("umount", "-l", folder.toString());
  }

  private static void mustWork(String... command) throws IOException {
    String told = run(command);
    Assumptions.assumeTrue(
        told.isEmpty(),
        () ->
            "skipped: needs root, mount and mkfs.ext4; " + String.join(" ", command) + ": " + told);
  }

  /** What a command says when it fails; empty if it does not. */
  private static String run(String... command) throws IOException {
    try {
      Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      String told =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int exit = process.waitFor();
      return exit == 0 ? "" : told + " (exit " + exit + ")";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
