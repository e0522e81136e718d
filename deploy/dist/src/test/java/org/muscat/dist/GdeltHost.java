package org.muscat.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubRequest;
import org.muscat.testkit.StubServer;

/** A bulk host of GDELT that has the files of a folder, with its two lists. */
final class GdeltHost implements AutoCloseable {

  private static final String FOLDER = "/gdeltv2/";

  private final StubServer server = StubServer.http().otherwise(this::answer);
  private final TreeMap<String, byte[]> archives = new TreeMap<>();

  GdeltHost(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        archives.put(name + ".zip", StubAnswer.zipped(name, Files.readAllBytes(file)));
      }
    }
  }

  String url() {
    return server.uri(FOLDER).toString();
  }

  private StubAnswer answer(StubRequest request) {
    String name = request.path().substring(FOLDER.length());
    if (name.equals("lastupdate.txt")) {
      return StubAnswer.text(lines(archives.tailMap(archives.lastKey())));
    }
    if (name.equals("masterfilelist.txt")) {
      return StubAnswer.text(lines(archives));
    }
    byte[] archive = archives.get(name);
    return archive == null
        ? StubAnswer.status(404)
        : StubAnswer.of(200, "application/zip", archive);
  }

  private static String lines(Map<String, byte[]> files) {
    return files.entrySet().stream()
        .flatMap(file -> lines(file.getKey(), file.getValue()).stream())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> lines(String name, byte[] archive) {
    String address = "http://data.gdeltproject.org/gdeltv2/";
    String other = "7 0123456789abcdef0123456789abcdef " + address + name.substring(0, 14);
    return List.of(
        archive.length + " " + md5(archive) + " " + address + name,
        other + ".mentions.CSV.zip",
        other + ".gkg.csv.zip");
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
