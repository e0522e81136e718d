package org.muscat.server.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.IndexState;
import org.muscat.engine.regime.Regime;
import org.muscat.engine.theatre.TheatreState.RegimeView;
import org.muscat.server.document.Words;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Theatre;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options by which a pipeline is told by the exit code that a score is bad. */
final class VerdictOptions {

  private static final String BELOW = "--fail-below";
  private static final String REGIME = "--fail-on-regime";

  /** What may hold while the regime is undetermined; CONFLICT would be known. */
  private static final Set<Regime> OPEN =
      Arrays.stream(Regime.values())
          .filter(one -> one != Regime.CONFLICT && one != Regime.UNDETERMINED)
          .collect(Collectors.toUnmodifiableSet());

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = BELOW,
      paramLabel = "X",
      description = "Exit with 5 if the index of a theatre is below this.")
  private @Nullable Double failBelow;

  @Option(
      names = REGIME,
      paramLabel = "R",
      split = ",",
      description =
          "Exit with 6 if the regime of a theatre is one of these: detente, containment, coercion,"
              + " conflict, drift or undetermined.")
  private @Nullable List<Regime> failOnRegime;

  /** Fails if something is wrong with an option. */
  void check(boolean isRange) {
    Arguments arguments = new Arguments(spec);
    if (failBelow != null && !(failBelow >= 0 && failBelow <= 100)) {
      throw arguments.wrong(BELOW + " " + failBelow + " is not a number from 0 to 100");
    }
    if (isRange && (failBelow != null || failOnRegime != null)) {
      throw arguments.wrong(
          (failBelow != null ? BELOW : REGIME) + " is about one moment, not about --from --to");
    }
  }

  /** Fails if there are no regimes to be judged. */
  void check(List<Theatre> theatres) {
    for (Theatre theatre : theatres) {
      if (failOnRegime != null && theatre.definition().regime() == null) {
        throw new Arguments(spec)
            .wrong(
                REGIME + ": model '" + theatre.model().id() + "' judges no regime; leave it out");
      }
    }
  }

  /**
   * The exit code that scores lead to.
   *
   * @param err is told what is bad
   */
  int of(List<Assessment> assessments, PrintWriter err) {
    int code = ExitCode.OK;
    for (Assessment assessment : assessments) {
      code = ExitCode.both(code, stability(assessment, err));
      code = ExitCode.both(code, regime(assessment, err));
    }
    err.flush();
    return code;
  }

  private int stability(Assessment assessment, PrintWriter err) {
    IndexState state = assessment.state();
    if (state.scored().isEmpty()) {
      tell(err, assessment, "no score: " + state.reason());
      return ExitCode.REFUSED;
    }
    double stability = state.scored().get().stability();
    if (failBelow == null || stability >= failBelow) {
      return ExitCode.OK;
    }
    tell(
        err,
        assessment,
        String.format(Locale.ROOT, "stability %.2f is below %s", stability, failBelow));
    return ExitCode.BELOW;
  }

  private int regime(Assessment assessment, PrintWriter err) {
    RegimeView view = assessment.theatreState().regime();
    if (failOnRegime == null || view == null) {
      return ExitCode.OK;
    }
    Regime regime = view.state().regime();
    if (failOnRegime.contains(regime)) {
      tell(err, assessment, "the regime is " + Words.of(regime));
      return ExitCode.REGIME;
    }
    if (regime == Regime.UNDETERMINED && failOnRegime.stream().anyMatch(OPEN::contains)) {
      tell(err, assessment, "the regime cannot be told: " + view.state().reason());
      return ExitCode.REFUSED;
    }
    return ExitCode.OK;
  }

  private static void tell(PrintWriter err, Assessment assessment, String what) {
    err.println("muscat: theatre '" + assessment.theatre().id() + "': " + what);
  }
}
