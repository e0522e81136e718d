package org.muscat.diplomacy.coded;

import java.io.StringReader;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads the YAML of a coded file as nodes rather than the objects that SnakeYAML would build of
 * them, because those have no line, and because SnakeYAML reads 2018-02-30 as the second of March.
 */
public final class CodedYaml {

  private static final int MOST_ALIASES = 10;
  private static final int LARGEST = 4 << 20;

  private CodedYaml() {}

  /** Nothing but null is resolved: each field says itself what its text has to be. */
  private static final class PlainTexts extends Resolver {

    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }

  /**
   * The root of a file of at most 4 MiB.
   *
   * @throws CodedFileException if the text is empty or no YAML; names the line
   */
  public static Node compose(String text) throws CodedFileException {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setCodePointLimit(LARGEST);
    DumperOptions dump = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options), new Representer(dump), dump, options, new PlainTexts());
    try {
      Node root = yaml.compose(new StringReader(text));
      if (root == null) {
        throw new CodedFileException(0, "the file is empty");
      }
      return root;
    } catch (MarkedYAMLException e) {
      long line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1L;
      throw new CodedFileException(line, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new CodedFileException(0, "not YAML: " + e.getMessage());
    }
  }
}
