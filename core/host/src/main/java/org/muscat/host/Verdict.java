package org.muscat.host;

import org.muscat.host.load.PlainText;

/**
 * What became of one candidate in the plugins folder. The same object serves the log, the API, the
 * command line and the metrics.
 *
 * @param plugin the id; the name of the file or folder while the id is not known
 * @param location the file or folder
 * @param version the plugin's own version; empty while it is not known
 * @param status where it stands
 * @param code such as {@code P110}; empty if nothing is wrong
 * @param cause what is wrong, with class and message of the root exception if there is one; empty
 *     if nothing is wrong
 * @param fix what to do, one sentence; empty if nothing is wrong
 */
public record Verdict(
    String plugin,
    String location,
    String version,
    Status status,
    String code,
    String cause,
    String fix) {

  /** What a plugin says of itself stays in its line of a table, a log or a terminal. */
  public Verdict {
    plugin = PlainText.line(plugin);
    version = PlainText.line(version);
    cause = PlainText.line(cause);
    fix = PlainText.line(fix);
  }

  @Override
  public String toString() {
    String name = version.isEmpty() ? plugin : plugin + " " + version;
    String where = name + " (" + location + ") " + status;
    return code.isEmpty() ? where : where + " " + code + ": " + cause + " " + fix;
  }
}
