package org.muscat.spi;

import java.util.List;
import java.util.Optional;

/** What indicators of one kind measure, and how a reading becomes risk. Immutable. */
public final class IndicatorDescriptor {

  private final String id;
  private final String title;
  private final Role role;
  private final String unit;
  private final Scale scale;
  private final Uncertainty uncertainty;
  private final String literature;
  private final Optional<Calibration> calibration;
  private final List<CalibratedCase> calibratedCases;

  private IndicatorDescriptor(
      String id,
      String title,
      Role role,
      String unit,
      Scale scale,
      Uncertainty uncertainty,
      String literature,
      Optional<Calibration> calibration,
      List<CalibratedCase> calibratedCases) {
    this.id = Ids.requireId("indicator id", id);
    this.title = Ids.requireLine("indicator title", title);
    this.role = Ids.requirePresent("role of " + id, role);
    this.unit = Ids.requireLine("indicator unit", unit);
    this.scale = Ids.requirePresent("scale of " + id, scale);
    this.uncertainty = Ids.requirePresent("uncertainty of " + id, uncertainty);
    this.literature = Ids.requireText("indicator literature", literature);
    this.calibration = calibration;
    this.calibratedCases = List.copyOf(calibratedCases);
  }

  /**
   * Describes a kind of indicator.
   *
   * @param id lower-case words joined by hyphens, unique in the host, such as {@code oil-fear}
   * @param title one line for people
   * @param role what a model may use it for
   * @param unit of the reading: "% p.a.", "ratio", "z"
   * @param scale the default way from reading to risk; {@link IndicatorProvider#scale} or a model
   *     may give another
   * @param uncertainty the default standard error and its wear; {@link
   *     IndicatorProvider#uncertainty} may give another
   * @param literature where the formula comes from: a paper, or a section of the method
   * @throws IllegalArgumentException if the id is malformed, or a text is blank, or the title or
   *     unit has control characters
   * @throws NullPointerException if something is null
   */
  public static IndicatorDescriptor of(
      String id,
      String title,
      Role role,
      String unit,
      Scale scale,
      Uncertainty uncertainty,
      String literature) {
    return new IndicatorDescriptor(
        id, title, role, unit, scale, uncertainty, literature, Optional.empty(), List.of());
  }

  /** The same, with a default scale whose anchors can be computed again. */
  public IndicatorDescriptor calibratedBy(Calibration source) {
    return new IndicatorDescriptor(
        id,
        title,
        role,
        unit,
        scale,
        uncertainty,
        literature,
        Optional.of(source),
        calibratedCases);
  }

  /**
   * The same, with scales of some configurations that can be computed again.
   *
   * @param cases in the order in which they are shown
   */
  public IndicatorDescriptor calibratedFor(List<CalibratedCase> cases) {
    return new IndicatorDescriptor(
        id, title, role, unit, scale, uncertainty, literature, calibration, cases);
  }

  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  public Role role() {
    return role;
  }

  public String unit() {
    return unit;
  }

  public Scale scale() {
    return scale;
  }

  public Uncertainty uncertainty() {
    return uncertainty;
  }

  public String literature() {
    return literature;
  }

  /** Where the default scale comes from; empty if it is a definition or nobody said. */
  public Optional<Calibration> calibration() {
    return calibration;
  }

  /** The configurations with scales of their own that can be computed again; often none. */
  public List<CalibratedCase> calibratedCases() {
    return calibratedCases;
  }
}
