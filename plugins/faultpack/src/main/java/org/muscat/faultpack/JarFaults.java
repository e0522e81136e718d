package org.muscat.faultpack;

import java.util.List;

/** Plugins that a host cannot load. */
final class JarFaults {

  private static final int FAR_FUTURE = 99;

  private JarFaults() {}

  static List<Fault> all() {
    return List.of(
        corrupt(),
        missingProvider(),
        missingClass(),
        classTooNew(),
        methodMissing(),
        contractInside(),
        duplicateId(),
        hangInConstructor());
  }

  private static Fault corrupt() {
    String id = "corrupt-jar";
    return Fault.of(
            id, "The jar was cut off in the middle.", Symptom.rejected("P102", id), good(id))
        .cutOff();
  }

  private static Fault missingProvider() {
    String id = "service-names-missing-class";
    return Fault.of(
        id,
        "The service file names a class that is not there.",
        Symptom.rejected("P110", "acme.Nobody"),
        PluginJar.named(id).service("acme.Nobody"));
  }

  private static Fault missingClass() {
    String id = "missing-class";
    return Fault.of(
        id,
        "The constructor uses a class of a library that was not packed.",
        Symptom.rejected("P110", "acme.Library"),
        PluginJar.of(id, plugin(id).members("final Object library = new Library();"))
            .source("acme.Library", "package acme; public class Library {}")
            .without("acme.Library"));
  }

  private static Fault classTooNew() {
    String id = "class-too-new";
    return Fault.of(
        id,
        "The class is compiled for a Java that is not out yet.",
        Symptom.rejected("P107", "acme.Plugin is made for Java"),
        good(id).classVersion("acme.Plugin", FAR_FUTURE));
  }

  /** Compiled against a contract of our own, in which the interface asks for nothing. */
  private static Fault methodMissing() {
    String id = "abstract-method-missing";
    return Fault.of(
        id,
        "The plugin lacks a method of the contract: it was built against another one.",
        Symptom.rejected("P114", "descriptor"),
        PluginJar.named(id)
            .source(
                "org.muscat.spi.MuscatPlugin",
                "package org.muscat.spi; public interface MuscatPlugin {}")
            .source(
                "acme.Plugin",
                "package acme; public class Plugin implements org.muscat.spi.MuscatPlugin {}")
            .without("org.muscat.spi.MuscatPlugin")
            .service("acme.Plugin"));
  }

  private static Fault contractInside() {
    String id = "spi-inside";
    return Fault.of(
        id,
        "The contract is packed into the plugin.",
        Symptom.rejected("P108", "org.muscat.spi"),
        good(id).source("org.muscat.spi.Extra", "package org.muscat.spi; public class Extra {}"));
  }

  private static Fault duplicateId() {
    String id = "duplicate-id";
    return Fault.of(
        id,
        "Two indicators have one id.",
        Symptom.rejected("P104", "twice-told"),
        PluginJar.of(
            id,
            plugin(id)
                .indicator("twice-told", "return Measured.of(1, known.asOf());")
                .rawIndicator("new Kind(\"twice-told\", (config, known) -> null)")));
  }

  private static Fault hangInConstructor() {
    String id = "hang-in-constructor";
    return Fault.of(
        id,
        "The constructor never ends, and ignores interrupts.",
        Symptom.rejected("P111", "did not end within"),
        PluginJar.of(
            id, plugin(id).members("public Plugin() { spinUntil(\"" + Fault.RELEASE + "\"); }")));
  }

  private static PluginSource plugin(String id) {
    return PluginSource.of("Plugin", "fault-" + id);
  }

  private static PluginJar good(String id) {
    return PluginJar.of(id, PluginSource.good("Plugin", "fault-" + id, id + "-reading"));
  }
}
