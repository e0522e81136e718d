package org.muscat.host.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A lambda or method reference: it implements one method of an interface.
 *
 * @param type the interface, with slashes
 * @param method the one that it implements
 */
record Lambda(String type, Member method) {

  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

  /** The lambdas in a class. */
  static List<Lambda> in(ClassReader reader) {
    List<Lambda> found = new ArrayList<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            return new Finder(found);
          }
        },
        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found;
  }

  private static final class Finder extends MethodVisitor {

    private final List<Lambda> found;

    Finder(List<Lambda> found) {
      super(Opcodes.ASM9);
      this.found = found;
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      Type made = Type.getReturnType(descriptor);
      if (bootstrap.getOwner().equals(FACTORY)
          && made.getSort() == Type.OBJECT
          && arguments.length > 0
          && arguments[0] instanceof Type method) {
        found.add(new Lambda(made.getInternalName(), new Member(name, method.getDescriptor())));
      }
    }
  }
}
