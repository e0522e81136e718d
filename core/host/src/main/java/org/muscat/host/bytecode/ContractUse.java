package org.muscat.host.bytecode;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Whether what a class names of the contract is there. */
final class ContractUse {

  private static final int FOR_PLUGINS = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

  private final Types types;
  private final LinkFaults faults;

  ContractUse(Types types, LinkFaults faults) {
    this.types = types;
    this.faults = faults;
  }

  void check(ClassShape in, References references) throws UnreadableException {
    Set<String> named = new LinkedHashSet<>(references.types());
    in.members().keySet().forEach(member -> References.addAll(member.descriptor(), named));
    for (String type : named) {
      if (HostTypes.isContract(type)) {
        type(in, type);
      }
    }
    for (References.OfMember reference : references.members()) {
      Optional<ClassShape> owner = types.find(reference.owner());
      if (owner.isPresent() && HostTypes.isContract(reference.owner())) {
        ofContract(in, owner.get(), reference);
      } else if (owner.isPresent()) {
        inherited(in, owner.get(), reference.member());
      }
    }
  }

  private void type(ClassShape in, String type) {
    Optional<ClassShape> shape = HostTypes.contract(type);
    if (shape.isEmpty()) {
      faults.noType(in, type);
    } else if (!shape.get().is(Opcodes.ACC_PUBLIC)) {
      faults.notPublic(in, type);
    }
  }

  private void ofContract(ClassShape in, ClassShape owner, References.OfMember reference)
      throws UnreadableException {
    Member member = reference.member();
    Types.Ancestry ancestry = types.ancestry(owner);
    if (!ancestry.offers(member, FOR_PLUGINS)) {
      if (!isConstantOfSwitch(in, owner, member)) {
        faults.noMember(in, owner.name(), member, hasOther(owner, member));
      }
    } else if (member.isMethod() && reference.inInterface() != owner.isInterface()) {
      faults.wrongKind(in, owner.name(), owner.isInterface());
    }
  }

  /** A member that the class expects to get from the contract by way of one of the plugin's own. */
  private void inherited(ClassShape in, ClassShape owner, Member member)
      throws UnreadableException {
    Types.Ancestry ancestry = types.ancestry(owner);
    boolean ofContract =
        ancestry.shapes().stream().anyMatch(shape -> HostTypes.isContract(shape.name()));
    if (ofContract && ancestry.complete() && !ancestry.declares(member)) {
      faults.noMember(in, owner.name(), member, false);
    }
  }

  /**
   * Compilers put the constants of a switch over an enum into a class of its own, which passes over
   * those that are gone.
   */
  private static boolean isConstantOfSwitch(ClassShape in, ClassShape owner, Member member) {
    return in.is(Opcodes.ACC_SYNTHETIC) && owner.is(Opcodes.ACC_ENUM) && !member.isMethod();
  }

  private static boolean hasOther(ClassShape owner, Member member) {
    return owner.members().keySet().stream()
        .anyMatch(
            other -> other.isMethod() == member.isMethod() && other.text().equals(member.text()));
  }
}
