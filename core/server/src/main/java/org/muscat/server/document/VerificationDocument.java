package org.muscat.server.document;

import java.util.List;
import org.muscat.host.inspect.Inspection;
import org.muscat.host.verify.Finding;

/**
 * A candidate that was verified.
 *
 * @param sound whether nothing was rejected, and nothing of the contract is broken
 * @param contractChecks how many rules of the contract were tried; 0 if it was rejected
 * @param broken what it does not keep of the contract
 */
public record VerificationDocument(
    boolean sound,
    List<PluginDocument> verdicts,
    List<InspectionDocument.FileDocument> files,
    List<ContentsDocument> plugins,
    List<InspectionDocument.FindingDocument> findings,
    int contractChecks,
    List<BrokenDocument> broken) {

  /** A rule that is not kept: by what, in which way, and what to do. */
  public record BrokenDocument(String check, String subject, String message, String fix) {}

  /** The document of an inspection and of what was found when the contract was tried. */
  public static VerificationDocument of(
      Inspection inspection, int contractChecks, List<Finding> broken) {
    InspectionDocument seen = InspectionDocument.of(inspection);
    return new VerificationDocument(
        seen.sound() && broken.isEmpty(),
        seen.verdicts(),
        seen.files(),
        seen.plugins(),
        seen.findings(),
        contractChecks,
        broken.stream()
            .map(one -> new BrokenDocument(one.check(), one.subject(), one.message(), one.fix()))
            .toList());
  }
}
