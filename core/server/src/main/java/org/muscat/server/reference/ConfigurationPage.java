package org.muscat.server.reference;

import java.util.ArrayList;
import java.util.List;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.server.config.MuscatYaml;
import org.muscat.server.config.MuscatYaml.Group;
import org.muscat.server.config.MuscatYaml.Shape;

/** The page of the reference about muscat.yaml, in Markdown. */
public final class ConfigurationPage {

  private static final String HEAD =
      """
      # Reference of muscat.yaml

      Written by `muscat config docs`; do not edit. How it all fits together: [configuration.md](../configuration.md).

      A variable of the environment stands over what the file says. It is written as in the file, a list as `[a, b]`.
      """;

  private ConfigurationPage() {}

  /** The whole page. */
  public static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    MuscatYaml.GROUPS.forEach(group -> add(group, page));
    return page.toString();
  }

  private static void add(Group group, StringBuilder page) {
    boolean hasVariables = group.shape() == Shape.ONE;
    page.append("\n## ").append(title(group)).append("\n\n").append(group.doc()).append("\n\n");
    addRow(
        page, List.of("option", "type", "default", "meaning", "example"), hasVariables, "variable");
    addRow(page, List.of("---", "---", "---", "---", "---"), hasVariables, "---");
    for (OptionDescriptor option : group.options()) {
      String path = group.path().isEmpty() ? option.name() : group.path() + "." + option.name();
      addRow(
          page,
          List.of(
              code(option.name()),
              type(option),
              standard(option),
              option.doc() + limits(option),
              code(option.example())),
          hasVariables,
          code(MuscatYaml.variable(path)));
    }
  }

  private static String title(Group group) {
    return switch (group.shape()) {
      case ONE -> group.path().isEmpty() ? "The file" : code(group.path());
      case LIST -> code(group.path() + "[]");
      case IN_EACH -> code(group.path().replace(".", "[]."));
      case BY_NAME -> code(group.path() + ".<name>");
    };
  }

  private static void addRow(
      StringBuilder page, List<String> cells, boolean hasVariable, String variable) {
    List<String> all = new ArrayList<>(cells);
    if (hasVariable) {
      all.add(variable);
    }
    page.append("| ").append(String.join(" | ", all)).append(" |\n");
  }

  private static String type(OptionDescriptor option) {
    String single =
        option.values().isEmpty() ? option.type() : String.join(" or ", coded(option.values()));
    return option.list() ? "list of " + single + "s" : single;
  }

  private static String standard(OptionDescriptor option) {
    if (option.required()) {
      return "required";
    }
    return option.defaultValue().isEmpty() ? "none" : code(option.defaultValue());
  }

  private static String limits(OptionDescriptor option) {
    boolean least = Double.isFinite(option.min());
    boolean most = Double.isFinite(option.max());
    if (least && most) {
      return ", " + plain(option.min()) + " to " + plain(option.max());
    }
    return least ? ", at least " + plain(option.min()) : "";
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }

  private static List<String> coded(List<String> words) {
    return words.stream().map(ConfigurationPage::code).toList();
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }
}
