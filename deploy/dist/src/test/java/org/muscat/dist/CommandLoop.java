package org.muscat.dist;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.muscat.server.cli.MuscatCommand;

/**
 * Runs one command after another, as {@code bin/muscat} runs one: reads its arguments from the
 * standard input and answers with its exit code and with what it printed, until the input ends.
 */
final class CommandLoop {

  private CommandLoop() {}

  public static void main(String[] arguments) throws IOException {
    DataInputStream asked = new DataInputStream(System.in);
    DataOutputStream answers = new DataOutputStream(System.out);
    while (true) {
      String[] command;
      try {
        command = new String[asked.readInt()];
      } catch (EOFException e) {
        System.exit(0);
        return;
      }
      for (int i = 0; i < command.length; i++) {
        command[i] = asked.readUTF();
      }
      answer(command, answers);
    }
  }

  private static void answer(String[] command, DataOutputStream answers) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    answers.writeInt(MuscatCommand.run(command));
    for (ByteArrayOutputStream said : List.of(out, err)) {
      answers.writeInt(said.size());
      said.writeTo(answers);
    }
    answers.flush();
  }
}
