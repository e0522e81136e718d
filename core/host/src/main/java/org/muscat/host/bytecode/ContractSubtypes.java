package org.muscat.host.bytecode;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/** Whether classes may extend what they extend of the contract, and implement what it asks for. */
final class ContractSubtypes {

  /**
   * What plugins write and hosts call. The other interfaces of the contract are the host's to
   * implement: they may gain methods that a decorator in an older plugin does not have, and that
   * nobody calls there.
   */
  private static final List<String> WRITTEN_BY_PLUGINS =
      List.of(
          "org/muscat/spi/MuscatPlugin",
          "org/muscat/spi/FeedProvider",
          "org/muscat/spi/Feed",
          "org/muscat/spi/IndicatorProvider",
          "org/muscat/spi/Indicator");

  private final Types types;
  private final LinkFaults faults;

  ContractSubtypes(Types types, LinkFaults faults) {
    this.types = types;
    this.faults = faults;
  }

  void check(ClassShape shape) throws UnreadableException {
    parents(shape);
    if (shape.is(Opcodes.ACC_ABSTRACT) || shape.isInterface()) {
      return;
    }
    Types.Ancestry ancestry = types.ancestry(shape);
    if (!ancestry.complete()) {
      // Something optional may be missing; if not, the virtual machine says so.
      return;
    }
    for (ClassShape parent : ancestry.shapes()) {
      if (WRITTEN_BY_PLUGINS.contains(parent.name())) {
        abstractMethods(parent)
            .filter(method -> !ancestry.implementsIt(method))
            .forEach(method -> faults.notImplemented(shape, parent.name(), method));
      }
    }
  }

  /** A lambda implements one method; its interface must have no other without a default. */
  void check(ClassShape in, Lambda lambda) throws UnreadableException {
    Optional<ClassShape> type = types.find(lambda.type());
    if (type.isEmpty()) {
      return;
    }
    Types.Ancestry ancestry = types.ancestry(type.get());
    for (ClassShape parent : ancestry.shapes()) {
      if (WRITTEN_BY_PLUGINS.contains(parent.name())) {
        abstractMethods(parent)
            .filter(method -> !method.equals(lambda.method()) && !ancestry.implementsIt(method))
            .forEach(method -> faults.notImplemented(in, parent.name(), method));
      }
    }
  }

  private void parents(ClassShape shape) {
    for (String name : shape.parents().filter(HostTypes::isContract).toList()) {
      Optional<ClassShape> found = HostTypes.contract(name);
      if (found.isEmpty()) {
        continue;
      }
      ClassShape parent = found.get();
      if (parent.isInterface() == name.equals(shape.superclass())) {
        faults.wrongKind(shape, name, parent.isInterface());
      } else if (parent.is(Opcodes.ACC_FINAL)
          || (!parent.permitted().isEmpty() && !parent.permitted().contains(shape.name()))) {
        faults.closed(shape, name);
      }
    }
  }

  private static Stream<Member> abstractMethods(ClassShape shape) {
    return shape.members().entrySet().stream()
        .filter(entry -> (entry.getValue() & Opcodes.ACC_ABSTRACT) != 0)
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(Member::text));
  }
}
