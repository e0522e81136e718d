package org.muscat.server.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.muscat.server.document.Documents;
import org.muscat.server.document.ExplanationDocument;
import org.muscat.server.document.Json;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Theatre;
import org.muscat.server.runtime.Scoring;
import org.muscat.server.runtime.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muscat explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Says what moved the index from one moment to another.",
    footer =
        "%nExit codes: 0 explained, 1 internal error, 2 usage, 3 there is no score at one of the"
            + " moments, 78 configuration.")
final class ExplainCommand implements Callable<Integer> {

  /** How an explanation is written. */
  enum Format {
    TABLE,
    JSON
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private TheatreOptions theatres = new TheatreOptions();

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      required = true,
      description = "The earlier moment, such as 2019-09-13T00:00:00Z.")
  private String from = "";

  @Option(
      names = "--to",
      paramLabel = "INSTANT",
      required = true,
      description = "The later moment.")
  private String to = "";

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "table or json (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TABLE;

  @Override
  public Integer call() {
    List<Instant> span = theatres.span(from, to);
    TheatreOptions.requireStore(common);
    try (Session session = common.open()) {
      Scoring scoring = session.scoring();
      Assessor assessor = scoring.assessor();
      Documents documents = scoring.documents();
      List<ExplanationDocument> explained = new ArrayList<>();
      for (Theatre theatre : theatres.of(session)) {
        explained.add(documents.explanation(assessor.explain(theatre, span.get(0), span.get(1))));
      }
      write(explained);
      return ExitCode.OK;
    }
  }

  private void write(List<ExplanationDocument> explained) {
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      out.println(Json.pretty(theatres.namesOne() ? explained.get(0) : explained));
    } else {
      explained.forEach(one -> out.println(ExplanationTable.of(one)));
    }
    out.flush();
  }
}
