import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds a CycloneDX bill of materials against a distribution: what is shipped must be in the bill,
 * byte for byte, and what is in the bill must be shipped.
 */
public final class BillOfMaterials {

  private static final Pattern SHA_256 =
      Pattern.compile("\"alg\"\\s*:\\s*\"SHA-256\"\\s*,\\s*\"content\"\\s*:\\s*\"([0-9a-f]{64})\"");

  private BillOfMaterials() {}

  public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
    Path bill = Path.of(arguments[0]);
    Path distribution = Path.of(arguments[1]);
    TreeMap<String, Path> shipped = new TreeMap<>();
    for (Path jar : jars(distribution)) {
      shipped.put(sha256(jar), distribution.relativize(jar));
    }
    TreeSet<String> billed = new TreeSet<>();
    String text = Files.readString(bill);
    // Before the components, at the outer level, it says which programs wrote it.
    Matcher hash = SHA_256.matcher(text.substring(text.indexOf("\n  \"components\"")));
    while (hash.find()) {
      billed.add(hash.group(1));
    }
    TreeMap<String, Path> missing = new TreeMap<>(shipped);
    missing.keySet().removeAll(billed);
    TreeSet<String> superfluous = new TreeSet<>(billed);
    superfluous.removeAll(shipped.keySet());
    System.out.println(
        "bill of materials: " + shipped.size() + " jars shipped, " + billed.size() + " billed");
    if (!missing.isEmpty() || !superfluous.isEmpty() || shipped.isEmpty()) {
      System.err.println("shipped and not billed: " + missing.values());
      System.err.println("billed and not shipped, by SHA-256: " + superfluous);
      System.exit(1);
    }
  }

  private static List<Path> jars(Path distribution) throws IOException {
    try (Stream<Path> files = Files.walk(distribution)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
