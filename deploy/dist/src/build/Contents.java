import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes what the libraries of a distribution are, in sixteen digits, beside them: the same for the
 * same bytes, another for others. Their dates and sizes may be the same all the same, for a build
 * that can be repeated dates them all alike.
 */
public final class Contents {

  private static final int DIGITS = 16;

  private Contents() {}

  public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
    Path libraries = Path.of(arguments[0]);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path jar : jars(libraries)) {
      digest.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    }
    String all = HexFormat.of().formatHex(digest.digest());
    Files.writeString(libraries.resolve("contents"), all.substring(0, DIGITS) + "\n");
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
