import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes down what the jars of a distribution are, so that a start need not find it out.
 *
 * <p>{@code lib/contents}: sixteen digits, the same for the same bytes of all libraries, others for
 * others. Dates and sizes do not tell that: a build that can be repeated dates all jars alike.
 *
 * <p>{@code plugins/.libraries}: the jars of plugins of which no class names the contract, by
 * length, CRC-32 and CRC-32C.
 */
public final class Contents {

  private static final int DIGITS = 16;
  private static final String CONTRACT = "org/muscat/spi";

  private Contents() {}

  public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
    Path home = Path.of(arguments[0]);
    Files.writeString(home.resolve("lib/contents"), contents(home.resolve("lib")) + "\n");
    Files.write(home.resolve("plugins/.libraries"), libraries(home.resolve("plugins")));
  }

  private static String contents(Path libraries) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path jar : jars(libraries)) {
      digest.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static List<String> libraries(Path plugins) throws IOException {
    TreeSet<String> marks = new TreeSet<>();
    for (Path jar : jars(plugins)) {
      if (!namesContract(jar)) {
        marks.add(mark(Files.readAllBytes(jar)) + "  " + jar.getFileName());
      }
    }
    return new ArrayList<>(marks);
  }

  private static boolean namesContract(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        // Each byte is a letter of its own, so that nothing is lost.
        if (entry.getName().endsWith(".class")
            && new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1)
                .contains(CONTRACT)) {
          return true;
        }
      }
      return false;
    }
  }

  private static String mark(byte[] bytes) {
    CRC32 one = new CRC32();
    one.update(bytes);
    CRC32C other = new CRC32C();
    other.update(bytes);
    return bytes.length
        + " "
        + Long.toHexString(one.getValue())
        + " "
        + Long.toHexString(other.getValue());
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
