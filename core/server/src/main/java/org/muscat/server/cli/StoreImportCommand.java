package org.muscat.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muscat.server.archive.CsvArchive;
import org.muscat.store.Appended;
import org.muscat.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muscat store import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Stores what 'muscat store export' wrote as CSV; doing it again changes nothing.",
    footer = "%nExit codes: 0 stored, 1 a row contradicts the store, 2 the file has a bad row.")
final class StoreImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "FILE.csv", description = "The file.")
  private Path file = Path.of("export.csv");

  @Override
  public Integer call() {
    try {
      Files.createDirectories(common.data());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the data folder " + common.data(), e);
    }
    try (Store store = common.openStore()) {
      Appended appended = new CsvArchive(store.archive()).read(file);
      PrintWriter out = spec.commandLine().getOut();
      out.printf("%d stored, %d unchanged%n", appended.stored(), appended.unchanged());
      out.flush();
      return ExitCode.OK;
    }
  }
}
