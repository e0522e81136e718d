package org.muscat.host.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/**
 * What a class names in its constant pool.
 *
 * @param members of types
 * @param types with slashes; those of arrays are their elements
 */
record References(List<OfMember> members, Set<String> types) {

  /** Tags of constants, chapter 4.4 of the Java virtual machine specification. */
  private static final int CLASS = 7;

  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_TYPE = 16;

  /**
   * A member that a class names.
   *
   * @param owner the type that it is looked for in, with slashes
   * @param inInterface whether the class takes that type for an interface
   */
  record OfMember(String owner, Member member, boolean inInterface) {}

  static References of(ClassReader reader) {
    List<OfMember> members = new ArrayList<>();
    Set<String> types = new LinkedHashSet<>();
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      // The second half of a long or double has no place.
      int tag = at == 0 ? 0 : reader.readByte(at - 1);
      switch (tag) {
        case CLASS -> addObjectType(reader.readUTF8(at, buffer), types);
        case FIELD, METHOD, INTERFACE_METHOD ->
            members.add(ofMember(reader, at, tag == INTERFACE_METHOD, buffer));
        case NAME_AND_TYPE -> addAll(reader.readUTF8(at + 2, buffer), types);
        case METHOD_TYPE -> addAll(reader.readUTF8(at, buffer), types);
        default -> {}
      }
    }
    return new References(members, types);
  }

  private static OfMember ofMember(ClassReader reader, int at, boolean isInterface, char[] buffer) {
    String owner = reader.readClass(at, buffer);
    int nameAndType = reader.getItem(reader.readUnsignedShort(at + 2));
    Member member =
        new Member(reader.readUTF8(nameAndType, buffer), reader.readUTF8(nameAndType + 2, buffer));
    return new OfMember(owner, member, isInterface);
  }

  private static void addObjectType(String name, Set<String> types) {
    add(Type.getObjectType(name), types);
  }

  /** Adds the types in the descriptor of a method or field. */
  static void addAll(String descriptor, Set<String> types) {
    if (descriptor.startsWith("(")) {
      for (Type argument : Type.getArgumentTypes(descriptor)) {
        add(argument, types);
      }
      add(Type.getReturnType(descriptor), types);
    } else {
      add(Type.getType(descriptor), types);
    }
  }

  private static void add(Type type, Set<String> types) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    if (element.getSort() == Type.OBJECT) {
      types.add(element.getInternalName());
    }
  }
}
