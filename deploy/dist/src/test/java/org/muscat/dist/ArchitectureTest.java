package org.muscat.dist;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/** Data flows one way: nothing on the right is imported by anything on its left. */
@AnalyzeClasses(packages = "org.muscat", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String SPI = "org.muscat.spi..";

  @ArchTest
  static final ArchRule SPI_DEPENDS_ON_NOTHING =
      classes()
          .that()
          .resideInAPackage(SPI)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(SPI, "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule TOOLKIT_DEPENDS_ON_THE_SPI =
      ofMuscat("org.muscat.toolkit..", SPI, "org.muscat.toolkit..");

  @ArchTest
  static final ArchRule FILE_DROP_DEPENDS_ON_SPI_AND_TOOLKIT =
      ofMuscat("org.muscat.filedrop..", SPI, "org.muscat.toolkit..", "org.muscat.filedrop..");

  @ArchTest
  static final ArchRule ENERGY_DEPENDS_ON_SPI_AND_TOOLKIT =
      ofMuscat("org.muscat.energy..", SPI, "org.muscat.toolkit..", "org.muscat.energy..");

  @ArchTest
  static final ArchRule MARITIME_DEPENDS_ON_SPI_AND_TOOLKIT =
      ofMuscat("org.muscat.maritime..", SPI, "org.muscat.toolkit..", "org.muscat.maritime..");

  @ArchTest
  static final ArchRule DIPLOMACY_DEPENDS_ON_SPI_AND_TOOLKIT =
      ofMuscat("org.muscat.diplomacy..", SPI, "org.muscat.toolkit..", "org.muscat.diplomacy..");

  @ArchTest
  static final ArchRule CHRONICLE_DEPENDS_ON_SPI_AND_DIPLOMACY =
      ofMuscat(
          "org.muscat.chronicle..",
          SPI,
          "org.muscat.diplomacy.chronicle..",
          "org.muscat.chronicle..");

  @ArchTest
  static final ArchRule ENGINE_DEPENDS_ON_THE_SPI =
      ofMuscat("org.muscat.engine..", SPI, "org.muscat.engine..");

  @ArchTest
  static final ArchRule STORE_DEPENDS_ON_THE_SPI =
      ofMuscat("org.muscat.store..", SPI, "org.muscat.store..");

  @ArchTest
  static final ArchRule HOST_DEPENDS_ON_THE_SPI =
      ofMuscat("org.muscat.host..", SPI, "org.muscat.host..");

  @ArchTest
  static final ArchRule ENGINE_IS_PURE =
      noClasses()
          .that()
          .resideInAPackage("org.muscat.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..", "java.net..", "java.nio..", "java.sql..", "java.util.concurrent..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.Random.class)
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule PLUGINS_READ_NO_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.muscat.energy..",
              "org.muscat.maritime..",
              "org.muscat.diplomacy..",
              "org.muscat.toolkit..")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.Random.class)
          .orShould()
          // An address is a value; whoever asks it does so through the host.
          .dependOnClassesThat(
              com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("java.net..")
                  .and(
                      com.tngtech.archunit.base.DescribedPredicate.not(
                          com.tngtech.archunit.core.domain.JavaClass.Predicates.type(
                              java.net.URI.class))));

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("org.muscat.(**)").should().beFreeOfCycles();

  private static ArchRule ofMuscat(String from, String... allowed) {
    return noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("org.muscat..")
                .and(
                    com.tngtech.archunit.base.DescribedPredicate.not(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                            allowed))));
  }
}
