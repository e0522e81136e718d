package org.muscat.host.bytecode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muscat.spi.PluginDescriptor;

/** Collects what does not fit, in words that the author of a plugin understands. */
final class LinkFaults {

  private final Set<String> sentences = new LinkedHashSet<>();

  List<String> sentences() {
    return List.copyOf(sentences);
  }

  void noType(ClassShape in, String type) {
    add(in, "names " + text(type) + ", which this Muscat's SPI " + version() + " does not have");
  }

  void notPublic(ClassShape in, String type) {
    add(in, "names " + text(type) + ", which is not public");
  }

  /** A member that is not there, or not for plugins. */
  void noMember(ClassShape in, String owner, Member member, boolean hasOther) {
    String verb = member.isMethod() ? "calls " : "reads ";
    String what = verb + text(owner) + "." + member.text();
    String type = hasOther ? " as " + member.result() : "";
    add(in, what + type + ", which this Muscat's SPI " + version() + " does not have");
  }

  void wrongKind(ClassShape in, String type, boolean isInterface) {
    add(
        in,
        "was built for "
            + text(type)
            + (isInterface
                ? " as a class, which is an interface"
                : " as an interface, which is a class")
            + " in this Muscat's SPI "
            + version());
  }

  void notImplemented(ClassShape in, String type, Member method) {
    add(in, "does not implement " + text(type) + "." + method.text() + ", which this Muscat calls");
  }

  void closed(ClassShape in, String type) {
    add(in, "extends " + text(type) + ", which plugins may not extend");
  }

  private void add(ClassShape in, String what) {
    sentences.add("class " + text(in.name()) + " " + what);
  }

  private static int version() {
    return PluginDescriptor.SPI_VERSION;
  }

  private static String text(String type) {
    return type.replace('/', '.');
  }
}
