package org.muscat.faultpack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources against the contract and packs them as the jar of a plugin, sound or broken. */
public final class PluginJar {

  private static final String CONTRACT = "org.muscat.spi.MuscatPlugin";
  private static final String SERVICE_FILE = "META-INF/services/" + CONTRACT;

  private final String name;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<String> services = new ArrayList<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final Map<String, Integer> classVersions = new HashMap<>();
  private final Set<String> omitted = new HashSet<>();
  private final Manifest manifest = new Manifest();

  private PluginJar(String name) {
    this.name = name;
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
  }

  /** A jar with this file name, without the suffix. */
  public static PluginJar named(String name) {
    return new PluginJar(name);
  }

  /** A jar with one plugin that is named in its service file. */
  public static PluginJar of(String name, PluginSource plugin) {
    return named(name).plugin(plugin);
  }

  /** Adds a plugin and names it in the service file. */
  public PluginJar plugin(PluginSource plugin) {
    return source(plugin.className(), plugin.text()).service(plugin.className());
  }

  /** Adds a class. */
  public PluginJar source(String className, String text) {
    sources.put(className, text);
    return this;
  }

  /** Adds a line to the service file. */
  public PluginJar service(String line) {
    services.add(line);
    return this;
  }

  /** Adds a file that is not compiled. */
  public PluginJar entry(String path, byte[] content) {
    entries.put(path, content);
    return this;
  }

  /** Adds a main attribute to the manifest. */
  public PluginJar manifest(String attribute, String value) {
    manifest.getMainAttributes().putValue(attribute, value);
    return this;
  }

  /** Writes another class file version into a class. */
  public PluginJar classVersion(String className, int major) {
    classVersions.put(className, major);
    return this;
  }

  /** Compiles a class but leaves it out of the jar. */
  public PluginJar without(String className) {
    omitted.add(className);
    return this;
  }

  /**
   * Writes the jar into a folder, which is made when it is not there. Compiles against the contract
   * on the class path.
   */
  public Path in(Path folder) throws IOException {
    return in(folder, contract());
  }

  /**
   * The same, compiled against a contract that lies elsewhere.
   *
   * @throws IllegalStateException if this Java has no compiler
   */
  Path in(Path folder, Path contract) throws IOException {
    Path jar = Files.createDirectories(folder).resolve(name + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Map.Entry<String, byte[]> entry : content(contract).entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return jar;
  }

  private Map<String, byte[]> content(Path contract) throws IOException {
    Map<String, byte[]> content = new LinkedHashMap<>(entries);
    if (!services.isEmpty()) {
      content.put(SERVICE_FILE, String.join("\n", services).getBytes(StandardCharsets.UTF_8));
    }
    if (!sources.isEmpty()) {
      content.putAll(classes(contract));
    }
    omitted.forEach(className -> content.remove(classFile(className)));
    classVersions.forEach(
        (className, major) -> {
          byte[] bytes = content.getOrDefault(classFile(className), new byte[0]);
          bytes[6] = (byte) (major >> 8);
          bytes[7] = (byte) major.intValue();
        });
    return content;
  }

  private Map<String, byte[]> classes(Path contract) throws IOException {
    Path folder = Files.createTempDirectory("plugin");
    try {
      compile(folder, contract);
      Map<String, byte[]> classes = new LinkedHashMap<>();
      for (Path file : under(folder)) {
        if (Files.isRegularFile(file)) {
          classes.put(
              folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
      }
      return classes;
    } finally {
      List<Path> all = under(folder);
      for (int i = all.size() - 1; i >= 0; i--) {
        Files.delete(all.get(i));
      }
    }
  }

  private void compile(Path folder, Path contract) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("this Java has no compiler; run it with a JDK");
    }
    List<String> options =
        List.of(
            "-d", folder.toString(), "-cp", contract.toString(), "-proc:none", "-implicit:none");
    StringWriter messages = new StringWriter();
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((className, text) -> units.add(new Source(className, text)));
    if (!compiler.getTask(messages, null, null, options, null, units).call()) {
      throw new IllegalArgumentException("sources of " + name + ":\n" + messages);
    }
  }

  private static Path contract() {
    try {
      return Path.of(
          Class.forName(CONTRACT).getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException(
          "the contract " + CONTRACT + " is not on the class path; say where it lies", e);
    }
  }

  private static List<Path> under(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classFile(String className) {
    return className.replace('.', '/') + ".class";
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String className, String text) {
      super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
