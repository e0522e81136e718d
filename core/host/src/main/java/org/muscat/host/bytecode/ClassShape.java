package org.muscat.host.bytecode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class declares, without its code. Names of types have slashes.
 *
 * @param name of the class
 * @param access its flags, see {@link Opcodes}
 * @param superclass empty for {@code java/lang/Object}
 * @param interfaces that it names
 * @param permitted its only direct subtypes, if it is sealed
 * @param members its methods and fields with their flags
 */
record ClassShape(
    String name,
    int access,
    String superclass,
    List<String> interfaces,
    Set<String> permitted,
    Map<Member, Integer> members) {

  ClassShape {
    interfaces = List.copyOf(interfaces);
    permitted = Set.copyOf(permitted);
    members = Map.copyOf(members);
  }

  static ClassShape of(ClassReader reader) {
    Collector collector = new Collector();
    reader.accept(
        collector, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    String superclass = reader.getSuperName();
    return new ClassShape(
        reader.getClassName(),
        reader.getAccess(),
        superclass == null ? "" : superclass,
        List.of(reader.getInterfaces()),
        collector.permitted,
        collector.members);
  }

  boolean is(int flag) {
    return (access & flag) != 0;
  }

  boolean isInterface() {
    return is(Opcodes.ACC_INTERFACE);
  }

  /** The flags of a member; 0 if it has no such member, or one without flags. */
  int flagsOf(Member member) {
    return members.getOrDefault(member, 0);
  }

  /** Its superclass and interfaces. */
  Stream<String> parents() {
    return Stream.concat(
        Stream.of(superclass).filter(name -> !name.isEmpty()), interfaces.stream());
  }

  private static final class Collector extends ClassVisitor {

    private final Map<Member, Integer> members = new HashMap<>();
    private final Set<String> permitted = new HashSet<>();

    Collector() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      members.put(new Member(name, descriptor), access);
      return null;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      members.put(new Member(name, descriptor), access);
      return null;
    }

    @Override
    public void visitPermittedSubclass(String subclass) {
      permitted.add(subclass);
    }
  }
}
