package org.muscat.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muscat.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muscat store backup}. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Copies the store as it is at one moment, and checks the copy; a server may run.",
    footer = "%nExit codes: 0 copied, 1 nothing was copied, 2 usage.")
final class StoreBackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE", description = "A file that is not there yet.")
  private Path file = Path.of("muscat-backup.db");

  @Override
  public Integer call() {
    TheatreOptions.requireStore(common);
    try (Store store = common.openStore()) {
      PrintWriter out = spec.commandLine().getOut();
      StoreSize.print(store.backup(file), out);
      out.println("copied to " + file);
      out.flush();
      return ExitCode.OK;
    }
  }
}
