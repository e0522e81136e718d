package org.muscat.server.archive;

/**
 * Texts in the cells of a CSV file. ASCII alone, so that no encoding can spoil them: other
 * characters, control characters and the backslash are escaped. A text that a spreadsheet would
 * take for a formula gets an apostrophe before it, and so does one that begins with an apostrophe.
 */
final class Cells {

  private static final String FORMULAS = "=+-@'";

  private Cells() {}

  static String write(String text) {
    StringBuilder cell = new StringBuilder(text.length() + 1);
    if (!text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0) {
      cell.append('\'');
    }
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '\\') {
        cell.append("\\\\");
      } else if (character < ' ' || character > '~') {
        cell.append(String.format("\\u%04x", (int) character));
      } else {
        cell.append(character);
      }
    }
    return cell.toString();
  }

  /**
   * The text that was written.
   *
   * @throws IllegalArgumentException if {@link #write} does not write such a cell
   */
  static String read(String cell) {
    StringBuilder text = new StringBuilder(cell.length());
    int i = cell.startsWith("'") ? 1 : 0;
    while (i < cell.length()) {
      char character = cell.charAt(i);
      if (character != '\\') {
        text.append(character);
        i++;
      } else if (cell.startsWith("\\\\", i)) {
        text.append('\\');
        i += 2;
      } else if (cell.startsWith("\\u", i) && i + 6 <= cell.length()) {
        text.append((char) Integer.parseInt(cell.substring(i + 2, i + 6), 16));
        i += 6;
      } else {
        throw new IllegalArgumentException(
            "'" + cell + "' has a backslash that is neither '\\\\' nor '\\u' with four digits");
      }
    }
    return text.toString();
  }
}
