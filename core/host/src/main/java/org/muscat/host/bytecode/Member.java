package org.muscat.host.bytecode;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/**
 * A method or field, as byte code names it.
 *
 * @param name such as {@code read}
 * @param descriptor such as {@code (Lorg/muscat/spi/SeriesView;)Lorg/muscat/spi/Reading;}
 */
record Member(String name, String descriptor) {

  boolean isMethod() {
    return descriptor.startsWith("(");
  }

  /** As people write it: {@code read(org.muscat.spi.SeriesView)}. */
  String text() {
    return isMethod()
        ? Arrays.stream(Type.getArgumentTypes(descriptor))
            .map(Type::getClassName)
            .collect(Collectors.joining(", ", name + "(", ")"))
        : name;
  }

  /** The type of its result or value, as people write it. */
  String result() {
    Type type = Type.getType(descriptor);
    return (isMethod() ? type.getReturnType() : type).getClassName();
  }
}
