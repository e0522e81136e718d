package org.muscat.host.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** The types that the code of one plugin can see. */
final class Types {

  private static final int NO_CODE = Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC;

  private final ClassPath classPath;
  private final Map<String, Optional<ClassShape>> own = new HashMap<>();

  Types(ClassPath classPath) {
    this.classPath = classPath;
  }

  /** A type by its name with slashes, if it can be seen. */
  Optional<ClassShape> find(String type) throws UnreadableException {
    if (HostTypes.isContract(type)) {
      return HostTypes.contract(type);
    }
    Optional<ClassShape> known = own.get(type);
    if (known != null) {
      return known;
    }
    Optional<ClassShape> found = classPath.find(type).flatMap(ClassFile::shape);
    if (found.isEmpty()) {
      return HostTypes.platform(type);
    }
    own.put(type, found);
    return found;
  }

  /**
   * A type and everything that it inherits from.
   *
   * @param shapes those that were found, the type itself first, superclasses before interfaces
   * @param complete whether nothing was missing
   */
  record Ancestry(List<ClassShape> shapes, boolean complete) {

    boolean declares(Member member) {
      return shapes.stream().anyMatch(shape -> shape.members().containsKey(member));
    }

    /** Whether one of them declares the member with at least one of these flags. */
    boolean offers(Member member, int flags) {
      return shapes.stream().anyMatch(shape -> (shape.flagsOf(member) & flags) != 0);
    }

    /** Whether one of them has code for the method. */
    boolean implementsIt(Member method) {
      return shapes.stream()
          .anyMatch(
              shape ->
                  shape.members().containsKey(method) && (shape.flagsOf(method) & NO_CODE) == 0);
    }
  }

  /** Superclasses come before interfaces. */
  Ancestry ancestry(ClassShape type) throws UnreadableException {
    List<ClassShape> found = new ArrayList<>();
    Set<String> interfaces = new LinkedHashSet<>();
    boolean complete = true;
    Optional<ClassShape> next = Optional.of(type);
    while (next.isPresent() && !found.contains(next.get())) {
      ClassShape shape = next.get();
      found.add(shape);
      interfaces.addAll(shape.interfaces());
      next = shape.superclass().isEmpty() ? Optional.empty() : find(shape.superclass());
      complete = next.isPresent() || shape.superclass().isEmpty();
    }
    List<String> open = new ArrayList<>(interfaces);
    for (int i = 0; i < open.size(); i++) {
      Optional<ClassShape> shape = find(open.get(i));
      complete &= shape.isPresent();
      if (shape.isPresent()) {
        found.add(shape.get());
        shape.get().interfaces().stream().filter(interfaces::add).forEach(open::add);
      }
    }
    return new Ancestry(List.copyOf(found), complete);
  }
}
