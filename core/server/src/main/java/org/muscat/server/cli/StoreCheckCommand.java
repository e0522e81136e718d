package org.muscat.server.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.muscat.server.index.StoredCheckpoints;
import org.muscat.store.Store;
import org.muscat.store.StoreCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muscat store check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Looks for damage, and for rows that contradict each other; a server may run.",
    footer = "%nExit codes: 0 no problems, 1 problems, which are listed.")
final class StoreCheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() {
    TheatreOptions.requireStore(common);
    try (Store store = common.openStore()) {
      StoreCheck check = store.check();
      List<String> problems = new ArrayList<>(check.problems());
      if (!check.rows().isEmpty()) {
        problems.addAll(StoredCheckpoints.problems(store.indexStates()));
      }
      PrintWriter out = spec.commandLine().getOut();
      StoreSize.print(check, out);
      out.println(problems.isEmpty() ? "no problems" : problems.size() + " problems");
      out.flush();
      problems.forEach(one -> spec.commandLine().getErr().println("muscat: " + one));
      spec.commandLine().getErr().flush();
      return problems.isEmpty() ? ExitCode.OK : ExitCode.INTERNAL;
    }
  }
}
