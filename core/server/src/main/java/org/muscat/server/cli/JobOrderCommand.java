package org.muscat.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells a job what to do. */
abstract class JobOrderCommand implements Callable<Integer> {

  private final String order;
  private final Function<JsonNode, String> said;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private JobOptions options = new JobOptions();

  @Parameters(paramLabel = "JOB", description = "The id of the job.")
  private String job = "";

  /**
   * An order.
   *
   * @param said what came of it, of the answer
   */
  JobOrderCommand(String order, Function<JsonNode, String> said) {
    this.order = order;
    this.said = said;
  }

  @Override
  public final Integer call() {
    return options.ask(
        common,
        "POST",
        JobOptions.path(job, order),
        body -> spec.commandLine().getOut().println(job + " " + said.apply(JobLines.read(body))));
  }

  /** {@code muscat jobs run}. */
  @Command(
      name = "run",
      mixinStandardHelpOptions = true,
      description =
          "Runs a job at once, or after the run that is going on; also one that is paused.")
  static final class Run extends JobOrderCommand {
    Run() {
      super("run", answer -> "runs as of " + answer.get("slot").asText());
    }
  }

  /** {@code muscat jobs pause}. */
  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Lets nothing of a job begin, in any process that shares the store.")
  static final class Pause extends JobOrderCommand {
    Pause() {
      super("pause", answer -> "is paused since " + answer.get("pausedSince").asText());
    }
  }

  /** {@code muscat jobs resume}. */
  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Lets a job run again; what it missed is made up for as its catch-up says.")
  static final class Resume extends JobOrderCommand {
    Resume() {
      super("resume", answer -> "is due next at " + JobLines.text(answer.get("next")));
    }
  }
}
