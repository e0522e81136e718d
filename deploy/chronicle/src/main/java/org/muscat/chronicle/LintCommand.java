package org.muscat.chronicle;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.muscat.diplomacy.chronicle.ChronicleBook;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.FeedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code muscat chronicle lint}. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description =
        "Tells everything that is wrong with the files of a chronicle, by file and line. What must"
            + " hold between events is looked at in the files that can be read.")
final class LintCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private ChronicleCommand chronicle = ChronicleCommand.inUtc();

  @Mixin private Which which = new Which();

  @Override
  public Integer call() throws FeedException {
    ChronicleBook book = which.open(chronicle.today());
    List<Rejection> problems = book.problems();
    PrintWriter out = spec.commandLine().getOut();
    problems.forEach(problem -> out.println(problem));
    out.printf(
        "events: %d, files: %d, problems: %d%n",
        book.entries().size(), book.size(), problems.size());
    out.flush();
    return problems.isEmpty() ? ChronicleCommand.OK : ChronicleCommand.PROBLEMS;
  }
}
