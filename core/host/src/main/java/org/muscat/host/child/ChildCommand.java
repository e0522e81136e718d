package org.muscat.host.child;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.muscat.host.child.inside.ChildMain;

/** How a child JVM is started: small, with what it needs of the class path, and knowing little. */
final class ChildCommand {

  /** What of the environment a child gets. Secrets live there, so it is this list or nothing. */
  private static final List<String> KEPT =
      List.of("PATH", "HOME", "TMPDIR", "TZ", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE");

  /** One class of each jar that a child needs; those that look at jars are there if they can. */
  private static final List<String> NEEDED =
      List.of(
          ChildMain.class.getName(),
          "org.muscat.spi.MuscatPlugin",
          "org.yaml.snakeyaml.Yaml",
          "org.slf4j.Logger",
          "org.objectweb.asm.ClassReader");

  /**
   * Makes each thread nice 5 on Linux, so that ticks and answers of Muscat go first, and what was
   * abandoned nice 19. Without root the JVM would warn that it cannot raise any.
   */
  private static final List<String> YIELDING =
      List.of(
          "-XX:ThreadPriorityPolicy=1",
          "-XX:JavaPriority1_To_OSPriority=19",
          "-XX:JavaPriority5_To_OSPriority=5",
          "-XX:JavaPriority8_To_OSPriority=5",
          "-XX:JavaPriority9_To_OSPriority=5",
          "-XX:JavaPriority10_To_OSPriority=5",
          "-XX:-PrintWarnings");

  private ChildCommand() {}

  /**
   * The command, in the working folder of the host.
   *
   * @param heapMegabytes the most memory for objects
   */
  static ProcessBuilder of(int heapMegabytes) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options(heapMegabytes));
    if (System.getProperty("os.name").equals("Linux")) {
      command.addAll(YIELDING);
    }
    command.addAll(List.of("-cp", classPath(), ChildMain.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(KEPT);
    return builder;
  }

  private static List<String> options(int heapMegabytes) {
    return List.of(
        "-Xmx" + heapMegabytes + "m",
        "-Xms" + Math.min(heapMegabytes, 8) + "m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        // the JVM's own last words would else stand among the frames
        "-XX:+DisplayVMOutputToStderr",
        "-XX:-UsePerfData",
        "-Xshare:auto",
        "-Djava.awt.headless=true",
        "-Dmuscat.secrets.elsewhere=true",
        "-Dfile.encoding=" + Charset.defaultCharset().name(),
        "-Duser.timezone=" + TimeZone.getDefault().getID(),
        "-Dslf4j.internal.verbosity=ERROR");
  }

  private static String classPath() {
    Set<String> places = new LinkedHashSet<>();
    NEEDED.forEach(name -> place(name).ifPresent(places::add));
    return String.join(File.pathSeparator, places);
  }

  /** Where a class comes from: a jar of the distribution, or a folder of a build. */
  private static Optional<String> place(String className) {
    try {
      Class<?> found = Class.forName(className, false, ChildCommand.class.getClassLoader());
      CodeSource source = found.getProtectionDomain().getCodeSource();
      return Optional.of(Path.of(source.getLocation().toURI()).toString());
    } catch (ClassNotFoundException e) {
      // This host looks at jars without it, so a child does too.
      return Optional.empty();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path has no place for " + className, e);
    }
  }
}
