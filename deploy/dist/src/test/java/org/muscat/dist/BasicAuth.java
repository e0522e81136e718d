package org.muscat.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A user who signs in to Debian's programs. */
enum BasicAuth {
  MUSCAT;

  private static final String PASSWORD = "let me in";

  /** Of the password, by bcrypt with the least cost. */
  private static final String HASH = "$2b$04$abcdefghijklmnopqrstuuTnc8amReAFiMHxaSoW9U22KarbWnkSm";

  String user() {
    return "muscat";
  }

  /** A file with the password. */
  Path password(Path folder) throws IOException {
    return Files.writeString(folder.resolve("password"), PASSWORD + "\n");
  }

  String header() {
    byte[] both = (user() + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** The file that tells a program of the user. */
  Path webConfig(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("web.yml"), "basic_auth_users: {" + user() + ": \"" + HASH + "\"}\n");
  }
}
