package org.muscat.server.document;

import java.util.List;
import org.muscat.host.bytecode.Finding;
import org.muscat.host.inspect.Inspection;

/**
 * A candidate that was looked at.
 *
 * @param sound whether nothing was rejected
 */
public record InspectionDocument(
    boolean sound,
    List<PluginDocument> verdicts,
    List<FileDocument> files,
    List<ContentsDocument> plugins,
    List<FindingDocument> findings) {

  /** A jar, or a folder of classes, whose bytes are 0. */
  public record FileDocument(String name, long bytes) {}

  /**
   * What code does that a host cannot stop, or that the contract asks it not to do.
   *
   * @param severity danger, warning or note
   * @param hazard such as {@code exit}
   * @param line in the source; 0 if the class does not say
   * @param meaning what is bad about it, or what to do instead
   */
  public record FindingDocument(
      String severity,
      String hazard,
      String file,
      String type,
      String method,
      int line,
      String call,
      String meaning) {

    private static FindingDocument of(Finding finding) {
      return new FindingDocument(
          Words.of(finding.severity()),
          Words.of(finding.hazard()),
          finding.place(),
          finding.type(),
          finding.method(),
          finding.line(),
          finding.call(),
          finding.hazard().meaning());
    }
  }

  /** The document of an inspection. */
  public static InspectionDocument of(Inspection inspection) {
    return new InspectionDocument(
        inspection.sound(),
        inspection.verdicts().stream().map(PluginDocument::of).toList(),
        inspection.files().stream()
            .map(file -> new FileDocument(String.valueOf(file.path().getFileName()), file.bytes()))
            .toList(),
        inspection.plugins().stream().map(ContentsDocument::of).toList(),
        inspection.findings().stream().map(FindingDocument::of).toList());
  }
}
