package org.muscat.host.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds the hazards in the code of one class. */
final class HazardVisitor extends ClassVisitor {

  /** A lambda becomes a method of its class: {@code lambda$create$0}. */
  private static final String LAMBDA = "lambda$";

  private final List<Call> calls = new ArrayList<>();

  private HazardVisitor() {
    super(Opcodes.ASM9);
  }

  /** A hazard in a method. */
  record Call(Hazard hazard, String method, int line, String called) {

    Finding finding(String place, String type, boolean pure) {
      Severity severity = pure ? hazard.severityInIndicator() : hazard.severity();
      return new Finding(severity, hazard, place, type, method, line, called);
    }
  }

  static List<Call> calls(ClassReader reader) {
    HazardVisitor visitor = new HazardVisitor();
    reader.accept(visitor, ClassReader.SKIP_FRAMES);
    return visitor.calls;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    String method = readable(name);
    if ((access & Opcodes.ACC_NATIVE) != 0) {
      calls.add(new Call(Hazard.NATIVE, method, 0, "native " + method));
    }
    return new Code(method);
  }

  /** The name of the method in the source. */
  private static String readable(String name) {
    int end = name.lastIndexOf('$');
    return name.startsWith(LAMBDA) && end > LAMBDA.length()
        ? name.substring(LAMBDA.length(), end)
        : name;
  }

  private final class Code extends MethodVisitor {

    private final String method;
    private int line;

    Code(String method) {
      super(Opcodes.ASM9);
      this.method = method;
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      line = number;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      note(owner, new Member(name, descriptor));
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        if (argument instanceof Handle handle && handle.getDesc().startsWith("(")) {
          note(handle.getOwner(), new Member(handle.getName(), handle.getDesc()));
        }
      }
    }

    private void note(String owner, Member called) {
      Hazards.of(owner, called)
          .ifPresent(hazard -> calls.add(new Call(hazard, method, line, text(owner, called))));
    }

    private String text(String owner, Member called) {
      String type = owner.replace('/', '.');
      return called.name().equals("<init>")
          ? "new " + called.text().replace("<init>", type)
          : type + "." + called.text();
    }
  }
}
