package org.muscat.host.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML into nodes that know their place. What cannot be understood becomes a {@link Problem};
 * the rest is still read, so that one run shows everything that is wrong.
 *
 * <p>Bounded: at most 1 MiB of text, 50 aliases, a depth of 50 and 100,000 nodes after aliases.
 */
public final class ConfigReader {

  private static final int MAX_SIZE = 1 << 20;
  private static final int MAX_ALIASES = 50;

  private ConfigReader() {}

  /**
   * Reads a file.
   *
   * @return its document; empty if there is none or it is not YAML, which is then among the
   *     problems
   */
  public static Optional<ConfigNode> read(Path file, Problems problems) {
    Place start = new Place(file.toString(), 1, "");
    try {
      long size = Files.size(file);
      if (size > MAX_SIZE) {
        problems.add(
            start, "the file has " + size + " bytes; a configuration has at most " + MAX_SIZE);
        return Optional.empty();
      }
      return parse(file.toString(), Files.readString(file), problems);
    } catch (NoSuchFileException e) {
      problems.add(start, "there is no such file");
    } catch (CharacterCodingException e) {
      problems.add(start, "the file is not UTF-8 text");
    } catch (IOException e) {
      problems.add(start, "the file cannot be read: " + e);
    }
    return Optional.empty();
  }

  /**
   * Reads a text.
   *
   * @param file what to call the text in problems
   * @return its document; empty if there is none or it is not YAML, which is then among the
   *     problems
   */
  public static Optional<ConfigNode> parse(String file, String text, Problems problems) {
    try {
      Node root = composer(text).getSingleNode();
      if (root == null) {
        problems.add(new Place(file, 1, ""), "the document is empty");
        return Optional.empty();
      }
      return new NodeConverter(file, problems).convert(root);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      problems.add(
          new Place(file, mark == null ? 1 : mark.getLine() + 1, ""),
          "not YAML: " + (e.getProblem() == null ? e.getMessage() : e.getProblem()));
    } catch (YAMLException e) {
      problems.add(new Place(file, 1, ""), "not YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** Of nodes alone; {@code Yaml} would get ready to make objects of them, too. */
  private static Composer composer(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_SIZE);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setNestingDepthLimit(NodeConverter.MAX_DEPTH);
    return new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options);
  }
}
