package org.muscat.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muscat jobs list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the jobs: when they run, how they fare and how far they are.")
final class JobsListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private JobOptions options = new JobOptions();

  @Override
  public Integer call() {
    return options.ask(common, "GET", "/api/v1/jobs", body -> print(JobLines.read(body)));
  }

  private void print(JsonNode jobs) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("JOB", "KIND", "SCHEDULE", "NEXT", "NOW", "LAST", "MESSAGE"));
    for (JsonNode job : jobs) {
      JsonNode last = job.get("last");
      rows.add(
          List.of(
              JobLines.text(job.get("job")),
              JobLines.text(job.get("kind")),
              job.get("schedule").asText().isEmpty()
                  ? "when told"
                  : JobLines.text(job.get("schedule")),
              job.get("pausedSince").isNull() ? JobLines.text(job.get("next")) : "paused",
              JobLines.now(job.get("open")),
              last.isNull() ? "-" : last.get("state").asText() + " " + last.get("slot").asText(),
              last.isNull() ? "" : last.get("message").asText()));
    }
    JobLines.print(rows, spec.commandLine().getOut());
  }
}
