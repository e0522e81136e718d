package org.muscat.diplomacy.gdelt;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Reads files as GDELT puts them out: each in a zip archive of its own, unpacked as it is read. */
final class GdeltArchive {

  /** Real files have a few megabytes; a larger one is something else. */
  static final long LARGEST = 64L << 20;

  private GdeltArchive() {}

  /**
   * Reads the one file of an archive.
   *
   * @param archive its bytes; not closed
   * @param where it comes from, for messages
   * @throws BadFileException if it is no archive of just this file, is broken, or has more than
   *     {@link #LARGEST} bytes once they are unpacked
   */
  static GdeltFile read(InputStream archive, String where, FileStamp stamp, DyadLookup dyads)
      throws BadFileException, IOException, InterruptedException {
    ZipInputStream zip = new ZipInputStream(archive);
    try {
      ZipEntry entry = zip.getNextEntry();
      if (entry == null) {
        throw new BadFileException("is no zip archive, or an empty one");
      }
      if (!entry.getName().equals(stamp.fileName())) {
        throw new BadFileException(
            "is a zip archive of '" + entry.getName() + "', not of " + stamp.fileName());
      }
      GdeltFile file = GdeltFile.read(new LimitedInput(zip, LARGEST), where, stamp, dyads);
      if (zip.getNextEntry() != null) {
        throw new BadFileException("is a zip archive of several files; one was expected");
      }
      return file;
    } catch (LimitedInput.TooLongException e) {
      throw new BadFileException("is a zip archive whose file " + e.getMessage(), e);
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      // The last is what ZipInputStream has for a name that is no UTF-8.
      throw new BadFileException("is a broken zip archive: " + e.getMessage(), e);
    }
  }
}
