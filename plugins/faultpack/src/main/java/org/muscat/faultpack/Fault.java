package org.muscat.faultpack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * One way in which a plugin can be bad. Its jar has the name of the fault; the plugin in it, if one
 * can be made, has the id {@code fault-<id>}. Immutable.
 */
public final class Fault {

  /**
   * The system property that ends it all: what spins or keeps a thread ends when it is set in the
   * JVM that the plugin runs in.
   */
  public static final String RELEASE = "muscat.fault.release";

  private final String id;
  private final String sentence;
  private final Optional<Symptom> inHost;
  private final Symptom inChild;
  private final PluginJar jar;
  private final boolean cutOff;

  private Fault(
      String id,
      String sentence,
      Optional<Symptom> inHost,
      Symptom inChild,
      PluginJar jar,
      boolean cutOff) {
    this.id = id;
    this.sentence = sentence;
    this.inHost = inHost;
    this.inChild = inChild;
    this.jar = jar;
    this.cutOff = cutOff;
  }

  /** A fault that shows alike wherever the plugin runs. */
  static Fault of(String id, String sentence, Symptom symptom, PluginJar jar) {
    return new Fault(id, sentence, Optional.of(symptom), symptom, jar, false);
  }

  /** The same fault, which shows otherwise in a process of its own. */
  Fault inChild(Symptom symptom) {
    return new Fault(id, sentence, inHost, symptom, jar, cutOff);
  }

  /** A fault that only another process can contain. */
  static Fault onlyInChild(String id, String sentence, Symptom inChild, PluginJar jar) {
    return new Fault(id, sentence, Optional.empty(), inChild, jar, false);
  }

  /** The same, with the jar cut off in the middle. */
  Fault cutOff() {
    return new Fault(id, sentence, inHost, inChild, jar, true);
  }

  /** Lower-case words joined by hyphens, such as {@code hang-in-fetch}. */
  public String id() {
    return id;
  }

  /** What is wrong, one sentence. */
  public String sentence() {
    return sentence;
  }

  /** The id of its indicator, if it is one that shows in an indicator. */
  public String indicator() {
    return id + "-reading";
  }

  /** The id of its feed, if it is one that shows in a feed. */
  public String feed() {
    return id + "-feed";
  }

  /**
   * What a host says when the plugin runs inside it; empty if that would harm the host itself: it
   * ends, or its memory is used up.
   */
  public Optional<Symptom> inHost() {
    return inHost;
  }

  /** What a host says when the plugin runs in a process of its own. */
  public Symptom inChild() {
    return inChild;
  }

  /**
   * Compiles the plugin and packs it as {@code <id>.jar}. Needs a JDK, and the contract on the
   * class path.
   *
   * @return the jar
   */
  public Path writeTo(Path folder) throws IOException {
    return finished(jar.in(folder));
  }

  /**
   * The same, compiled against a contract that lies elsewhere.
   *
   * @param contract the jar or folder of {@code org.muscat.spi}
   */
  public Path writeTo(Path folder, Path contract) throws IOException {
    return finished(jar.in(folder, contract));
  }

  private Path finished(Path file) throws IOException {
    if (cutOff) {
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    }
    return file;
  }

  @Override
  public String toString() {
    return id;
  }
}
