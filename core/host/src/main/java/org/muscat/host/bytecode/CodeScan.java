package org.muscat.host.bytecode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muscat.spi.MuscatPlugin;

/**
 * Looks in the code of a plugin for what a host cannot stop, and for what the contract asks it not
 * to do. Of libraries only dangers are told: what they do depends on how they are called. A finding
 * is no proof that the code runs, nor is none a proof that nothing happens.
 */
public final class CodeScan {

  private static final String SERVICE_FILE = "META-INF/services/" + MuscatPlugin.class.getName();

  private static final List<String> PURE =
      List.of("org/muscat/spi/Indicator", "org/muscat/spi/IndicatorProvider");

  private final ClassPath classPath;
  private final Types types;
  private final List<Finding> findings = new ArrayList<>();

  private CodeScan(ClassPath classPath) {
    this.classPath = classPath;
    this.types = new Types(classPath);
  }

  /**
   * The findings, worst first.
   *
   * @throws UnreadableException if a jar cannot be read
   */
  public static List<Finding> of(ClassPath classPath) throws UnreadableException {
    CodeScan scan = new CodeScan(classPath);
    for (Place place : classPath.places()) {
      scan.place(place);
    }
    return scan.findings.stream()
        .distinct()
        .sorted(
            Comparator.comparing(Finding::severity)
                .thenComparing(Finding::type)
                .thenComparing(Finding::line))
        .toList();
  }

  private void place(Place place) throws UnreadableException {
    boolean own = place.holds(SERVICE_FILE) || place instanceof FolderPlace;
    String file = String.valueOf(place.path().getFileName());
    for (String type : place.types()) {
      if (!classPath.counts(place, type)) {
        continue;
      }
      List<HazardVisitor.Call> calls =
          ClassFile.read(place.read(type + ClassPath.CLASS), HazardVisitor::calls)
              .orElseGet(List::of);
      boolean pure = !calls.isEmpty() && isPure(type);
      calls.stream()
          .map(call -> call.finding(file, type.replace('/', '.'), pure))
          .filter(finding -> own || finding.severity() == Severity.DANGER)
          .forEach(findings::add);
    }
  }

  private boolean isPure(String type) throws UnreadableException {
    Optional<ClassShape> shape = types.find(type);
    return shape.isPresent()
        && types.ancestry(shape.get()).shapes().stream()
            .anyMatch(parent -> PURE.contains(parent.name()));
  }
}
