package org.muscat.maritime.attack;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;
import org.muscat.toolkit.Hawkes;
import org.muscat.toolkit.ScaleFile;

/**
 * Makes {@code attack-intensity} (M4 of the method): {@code mu + sum w_i a b e^(-b (t - t_i))
 * e^(-d_i^2/2h^2)} attacks a day over the incidents of the last year, b = ln 2/10 d, h = 200 km
 * from the middle of a strait.
 *
 * <p>Reports of one incident count once, and of the versions of a report the latest known one. An
 * incident wears off only up to the newest report that its reporters gave from anywhere in the
 * world, and the reading is as old as the newest report of the reporter that has been silent
 * longest: a source that stands still never makes it calmer. In the record of ASAM 2000 to 2014 two
 * reports lie 11 days apart at most, so 28 days of silence are no quiet sea.
 *
 * <p>Background, contagion, scale and level are of the strait where ASAM has enough of them; see
 * {@link AttackFigures} and docs/maritime.md, Attacks.
 *
 * <p>Facts: {@code attacks-in-30-days} within 400 km, up to the newest report; {@code
 * branching-ratio}, {@code a} times the mean mark of the attacks within 400 km in the last year. At
 * 1 or above the process would not be stationary: attacks come faster than they die out.
 */
public final class AttackIntensityProvider implements IndicatorProvider<AttackIntensityConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
            "attack-intensity",
            "Attacks on ships to be expected around a strait",
            Role.PILLAR,
            "attacks/day",
            AttackFigures.commonScale().scale(),
            uncertainty(AttackFigures.commonScale()),
            "method, section 4, M4; Hawkes (1971), Ogata (1988)")
        .calibratedFor(AttackFigures.cases());
  }

  @Override
  public Class<AttackIntensityConfig> configType() {
    return AttackIntensityConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(AttackIntensityConfig config) {
    List<ConfigProblem> problems = new ArrayList<>();
    if (Strait.of(config.strait()).isEmpty()) {
      problems.add(
          new ConfigProblem(
              "strait", "'%s' is no strait; name one of %s".formatted(config.strait(), straits())));
    }
    if (config.background().isPresent() != config.contagion().isPresent()) {
      problems.add(
          new ConfigProblem("background", "and contagion go together; give both or neither"));
    } else if (problems.isEmpty() && model(config).isEmpty()) {
      problems.add(
          new ConfigProblem(
              "strait",
              "'%s' has no recorded attacks that were fitted; give background, attacks a day that"
                      .formatted(config.strait())
                  + " none before has brought, and contagion, how many others one brings"));
    }
    if (config.series().isEmpty()) {
      problems.add(new ConfigProblem("series", "is empty; name at least one, incidents/asam"));
    }
    try {
      inputs(config);
    } catch (IllegalArgumentException e) {
      problems.add(new ConfigProblem("series", requireNonNullElse(e.getMessage(), e.toString())));
    }
    return List.copyOf(problems);
  }

  @Override
  public Inputs inputs(AttackIntensityConfig config) {
    Inputs inputs = Inputs.none();
    for (String series : config.series()) {
      inputs = inputs.with(series, AttackIntensity.LOOK_BACK);
    }
    return inputs;
  }

  private static Optional<Hawkes> model(AttackIntensityConfig config) {
    Optional<AttackFigures> figures = AttackFigures.of(config.strait());
    Optional<Double> background =
        config.background().or(() -> figures.map(AttackFigures::background));
    Optional<Double> contagion = config.contagion().or(() -> figures.map(AttackFigures::contagion));
    return background.flatMap(mu -> contagion.map(a -> new Hawkes(mu, a, AttackIntensity.DECAY)));
  }

  @Override
  public Scale scale(AttackIntensityConfig config) {
    return AttackFigures.scale(config.strait()).scale();
  }

  @Override
  public Uncertainty uncertainty(AttackIntensityConfig config) {
    return uncertainty(AttackFigures.scale(config.strait()));
  }

  private static Uncertainty uncertainty(ScaleFile.Entry scale) {
    return new Uncertainty(8, scale.sigma(), Duration.ofDays(7), Duration.ofDays(28));
  }

  @Override
  public Optional<LevelMap> level(AttackIntensityConfig config) {
    return Optional.of(
        LevelMap.intensity(
            AttackFigures.of(config.strait()).orElse(AttackFigures.BAB_EL_MANDEB).usual()));
  }

  @Override
  public Indicator create(AttackIntensityConfig config) {
    Strait strait =
        Strait.of(config.strait())
            .orElseThrow(() -> new IllegalArgumentException("no strait " + config.strait()));
    return new AttackIntensity(
        strait.position(),
        config.series(),
        model(config)
            .orElseThrow(() -> new IllegalArgumentException("no figures of " + config.strait())));
  }

  private static String straits() {
    return Arrays.stream(Strait.values()).map(Strait::word).collect(Collectors.joining(", "));
  }
}
