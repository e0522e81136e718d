package org.muscat.server.document;

import org.muscat.host.Verdict;

/**
 * A plugin and the verdict on it, in the API and on the command line.
 *
 * @param plugin the id; the name of the file or folder while the id is not known
 * @param version empty while it is not known
 * @param location the file or folder
 * @param status in small letters, such as {@code active}
 * @param code a heading of the error reference, such as {@code P110}; empty if nothing is wrong
 * @param cause what is wrong; empty if nothing is
 * @param fix what to do, one sentence; empty if nothing is wrong
 */
public record PluginDocument(
    String plugin,
    String version,
    String location,
    String status,
    String code,
    String cause,
    String fix) {

  /** The document of a verdict. */
  public static PluginDocument of(Verdict verdict) {
    return new PluginDocument(
        verdict.plugin(),
        verdict.version(),
        verdict.location(),
        Words.of(verdict.status()),
        verdict.code(),
        verdict.cause(),
        verdict.fix());
  }
}
