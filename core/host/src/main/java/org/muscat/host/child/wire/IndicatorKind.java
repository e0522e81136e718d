package org.muscat.host.child.wire;

import java.util.List;
import java.util.Optional;
import org.muscat.spi.CalibratedCase;
import org.muscat.spi.Calibration;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;

/** The form of an {@link IndicatorDescriptor}. */
record IndicatorKind(
    String id,
    String title,
    Role role,
    String unit,
    Scale scale,
    Uncertainty uncertainty,
    String literature,
    Optional<Calibration> calibration,
    List<CalibratedCase> calibratedCases) {

  static IndicatorKind of(IndicatorDescriptor kind) {
    return new IndicatorKind(
        kind.id(),
        kind.title(),
        kind.role(),
        kind.unit(),
        kind.scale(),
        kind.uncertainty(),
        kind.literature(),
        kind.calibration(),
        kind.calibratedCases());
  }

  IndicatorDescriptor made() {
    IndicatorDescriptor made =
        IndicatorDescriptor.of(id, title, role, unit, scale, uncertainty, literature)
            .calibratedFor(calibratedCases);
    return calibration.map(made::calibratedBy).orElse(made);
  }
}
