package org.muscat.host.bytecode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the code of a plugin fits the contract of this host: everything that it names of the
 * contract is there, and its classes do what the host will call. What its libraries need of each
 * other is not looked at, since much of it is optional.
 */
public final class LinkCheck {

  private final ClassPath classPath;
  private final LinkFaults faults = new LinkFaults();
  private final ContractUse use;
  private final ContractSubtypes subtypes;

  private LinkCheck(ClassPath classPath) {
    Types types = new Types(classPath);
    this.classPath = classPath;
    this.use = new ContractUse(types, faults);
    this.subtypes = new ContractSubtypes(types, faults);
  }

  /**
   * What does not fit: one sentence without a full stop for each, in the order of the class path.
   *
   * @throws UnreadableException if a jar cannot be read
   */
  public static List<String> of(ClassPath classPath) throws UnreadableException {
    return of(classPath, Libraries.NONE);
  }

  /**
   * The same without reading what is known by its bytes.
   *
   * @param libraries jars that have nothing to do with the contract
   * @throws UnreadableException if a jar cannot be read
   */
  public static List<String> of(ClassPath classPath, Libraries libraries)
      throws UnreadableException {
    LinkCheck check = new LinkCheck(classPath);
    for (Place place : classPath.places()) {
      if (!libraries.has(place.path())) {
        check.place(place);
      }
    }
    return check.faults.sentences();
  }

  private void place(Place place) throws UnreadableException {
    List<String> others = new ArrayList<>();
    boolean usesContract = false;
    for (String type : place.types()) {
      if (!classPath.counts(place, type)) {
        continue;
      }
      byte[] bytes = place.read(type + ClassPath.CLASS);
      requireSane(place, type, bytes);
      if (ClassFile.mentionsContract(bytes)) {
        usesContract = true;
        check(bytes);
      } else {
        others.add(type);
      }
    }
    if (usesContract) {
      inheriting(place, others);
    }
  }

  private static void requireSane(Place place, String type, byte[] bytes)
      throws UnreadableException {
    Optional<String> exceeded = ClassLimits.exceeded(bytes);
    if (exceeded.isPresent()) {
      throw new UnreadableException(
          place.path(), new IOException(type + ClassPath.CLASS + " " + exceeded.get()));
    }
  }

  /** A class that does not name the contract may inherit from one beside it that does. */
  private void inheriting(Place place, List<String> others) throws UnreadableException {
    for (String type : others) {
      Optional<ClassShape> shape = ClassFile.shape(place.read(type + ClassPath.CLASS));
      if (shape.filter(LinkCheck::extendsSomething).isPresent()) {
        subtypes.check(shape.get());
      }
    }
  }

  private void check(byte[] bytes) throws UnreadableException {
    Optional<ClassShape> shape = ClassFile.shape(bytes);
    Optional<References> references = ClassFile.read(bytes, References::of);
    Optional<List<Lambda>> lambdas = ClassFile.read(bytes, Lambda::in);
    if (shape.isPresent() && references.isPresent() && lambdas.isPresent()) {
      use.check(shape.get(), references.get());
      subtypes.check(shape.get());
      for (Lambda lambda : lambdas.get()) {
        subtypes.check(shape.get(), lambda);
      }
    }
  }

  private static boolean extendsSomething(ClassShape shape) {
    return shape.parents().anyMatch(parent -> !parent.startsWith("java/"));
  }
}
