package org.muscat.server.document;

import java.util.List;
import org.muscat.host.IndicatorHandle;
import org.muscat.server.document.ContentsDocument.OptionDocument;
import org.muscat.spi.IndicatorDescriptor;

/**
 * A kind of indicator that a loaded plugin offers, as JSON.
 *
 * @param plugin id of the plugin
 * @param role in small letters, such as {@code pillar}
 * @param scale in words
 * @param sigma0 standard error of a fresh reading, in points of risk
 * @param sigmaClim the standard error that it ages to
 * @param halfLife in which it gets there half-way, as an ISO duration
 * @param maxAge the age past which a reading is missing, as an ISO duration
 */
public record IndicatorKindDocument(
    String id,
    String plugin,
    String title,
    String role,
    String unit,
    String scale,
    double sigma0,
    double sigmaClim,
    String halfLife,
    String maxAge,
    String literature,
    List<OptionDocument> options) {

  public IndicatorKindDocument {
    options = List.copyOf(options);
  }

  static IndicatorKindDocument of(IndicatorHandle handle) {
    IndicatorDescriptor descriptor = handle.descriptor();
    return new IndicatorKindDocument(
        descriptor.id(),
        handle.plugin().id(),
        descriptor.title(),
        Words.of(descriptor.role()),
        descriptor.unit(),
        descriptor.scale().toString(),
        descriptor.uncertainty().sigma0(),
        descriptor.uncertainty().sigmaClim(),
        descriptor.uncertainty().halfLife().toString(),
        descriptor.uncertainty().maxAge().toString(),
        descriptor.literature(),
        handle.options().stream().map(OptionDocument::of).toList());
  }
}
