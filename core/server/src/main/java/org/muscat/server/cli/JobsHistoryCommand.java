package org.muscat.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muscat jobs history}. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = "Lists the runs of a job, the newest first.")
final class JobsHistoryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private JobOptions options = new JobOptions();

  @Parameters(paramLabel = "JOB", description = "The id of the job.")
  private String job = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many at most (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  @Override
  public Integer call() {
    String path = JobOptions.path(job, "runs") + "?limit=" + limit;
    return options.ask(common, "GET", path, body -> print(JobLines.read(body)));
  }

  private void print(JsonNode runs) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("AS OF", "STATE", "ASKED", "TRY", "SECONDS", "ROWS", "SKIPPED", "NODE", "MESSAGE"));
    for (JsonNode run : runs) {
      rows.add(
          List.of(
              JobLines.text(run.get("slot")),
              JobLines.text(run.get("state")),
              JobLines.text(run.get("asked")),
              JobLines.text(run.get("attempt")),
              JobLines.text(run.get("seconds")),
              JobLines.text(run.get("rows")),
              JobLines.text(run.get("skipped")),
              JobLines.text(run.get("node")),
              run.get("message").asText()));
    }
    JobLines.print(rows, spec.commandLine().getOut());
  }
}
