package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The guide for authors, read section by section. What stands in a fence is done: {@code sh} is
 * run, {@code diff} is applied to the file that it names, and {@code java} or {@code yaml} is the
 * content of the file that is named before it.
 */
final class Guide {

  private static final Pattern FENCE =
      Pattern.compile("(?:`([^`\\n]+)`:\\n\\n)?```(\\w+)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern FILE = Pattern.compile("--- (\\S+)\\n");

  private final String text;

  private Guide(String text) {
    this.text = text;
  }

  static Guide read() throws IOException {
    return read("write-a-plugin.md");
  }

  /** Another page of docs. */
  static Guide read(String page) throws IOException {
    return new Guide(Files.readString(Path.of("..", "..", "docs", page)));
  }

  /** The text under a heading. */
  Guide section(String heading) {
    String begin = "\n## " + heading + "\n";
    assertThat(text).contains(begin);
    int start = text.indexOf(begin) + begin.length();
    int end = text.indexOf("\n## ", start);
    return new Guide(text.substring(start, end < 0 ? text.length() : end));
  }

  String text() {
    return text;
  }

  /** The lines of all its commands. */
  List<String> commands() {
    List<String> commands = new ArrayList<>();
    Matcher fence = FENCE.matcher(text);
    while (fence.find()) {
      if (fence.group(2).equals("sh")) {
        commands.addAll(fence.group(3).lines().toList());
      }
    }
    assertThat(commands).isNotEmpty();
    return commands;
  }

  /** What it says that is printed: its indented lines. */
  String printed() {
    return String.join(
        "\n", text.lines().filter(line -> line.startsWith("    ")).map(String::strip).toList());
  }

  /** Makes all its changes in a project. */
  void apply(Path project) throws IOException {
    change(project, false);
  }

  /** Takes its changes back. */
  void undo(Path project) throws IOException {
    change(project, true);
  }

  private void change(Path project, boolean back) throws IOException {
    Matcher fence = FENCE.matcher(text);
    int changes = 0;
    while (fence.find()) {
      if (fence.group(2).equals("diff")) {
        patch(project, fence.group(3), back);
        changes++;
      } else if (fence.group(1) != null) {
        Path file = project.resolve(fence.group(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, fence.group(3));
        changes++;
      }
    }
    assertThat(changes).as("changes in the section").isPositive();
  }

  private static void patch(Path project, String diff, boolean back) throws IOException {
    Matcher name = FILE.matcher(diff);
    assertThat(name.lookingAt()).as("a file in " + diff).isTrue();
    Path file = project.resolve(name.group(1));
    List<String> lines = diff.substring(name.end()).lines().toList();
    String old = without(lines, back ? '-' : '+');
    String fresh = without(lines, back ? '+' : '-');
    String before = Files.readString(file);
    assertThat(before).as(file.toString()).containsOnlyOnce(old);
    Files.writeString(file, before.replace(old, fresh));
  }

  private static String without(List<String> lines, char sign) {
    StringBuilder text = new StringBuilder();
    lines.stream()
        .filter(line -> line.charAt(0) != sign)
        .forEach(line -> text.append(line.substring(1)).append('\n'));
    return text.toString();
  }
}
