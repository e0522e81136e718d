package org.muscat.diplomacy.framework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;

/** Where the file of a framework lies. */
interface FrameworkSource {

  /** What to call it in messages. */
  String name();

  /** The whole file. */
  String text() throws FeedException;

  /** The framework of a theatre inside the plugin. */
  record Bundled(String theatre) implements FrameworkSource {

    @Override
    public String name() {
      return "framework/" + theatre + ".yaml";
    }

    @Override
    public String text() throws FeedException {
      try (InputStream in = Bundled.class.getResourceAsStream(theatre + ".yaml")) {
        if (in == null) {
          throw new FeedException(
              Reason.CONFIGURATION,
              "no framework of the theatre '"
                  + theatre
                  + "' is bundled, only that of gulf; give 'path' a file");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new FeedException(
            Reason.BAD_DATA, "cannot read the resource " + name() + " (" + e + ")", e);
      }
    }
  }

  /** A file of one's own. */
  record OwnFile(Path path) implements FrameworkSource {

    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public String text() throws FeedException {
      try {
        return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new FeedException(
            Reason.UNREACHABLE,
            "cannot read the framework " + path + " (" + e + "); correct 'path'",
            e);
      }
    }
  }
}
