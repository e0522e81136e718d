package org.muscat.host.load;

import java.util.ServiceConfigurationError;

/**
 * What is wrong with a candidate.
 *
 * @param code of the error reference
 * @param cause what is wrong
 * @param fix what to do, one sentence
 */
public record Diagnosis(Code code, String cause, String fix) {

  /** A fault that no exception tells of. */
  static final class OfferException extends Exception {

    private static final long serialVersionUID = 1L;

    OfferException(String message) {
      super(message);
    }
  }

  /** Why a plugin that was found could not be made. */
  static Diagnosis ofDiscovery(PluginThrewException thrown) {
    // One of a class of the plugin may do anything when it is asked.
    Throwable root = thrown.root();
    if (root.getClass() != ServiceConfigurationError.class) {
      return of(
          thrown, Code.P111, "Repair the constructor of the plugin, which should do no work.");
    }
    String message = String.valueOf(root.getMessage());
    if (message.endsWith("not found")) {
      return new Diagnosis(Code.P110, thrown.rootDescription(), missingClass());
    }
    return message.contains("public")
        ? new Diagnosis(Code.P113, thrown.rootDescription(), notPublic())
        : noProvider(thrown.rootDescription());
  }

  /** Why a plugin that was made could not say what it offers. */
  static Diagnosis ofOffer(PluginThrewException thrown) {
    return of(
        thrown,
        Code.P101,
        "Let descriptor(), feeds() and indicators() return complete values and do no work.");
  }

  static Diagnosis noProvider(String cause) {
    return new Diagnosis(
        Code.P103,
        cause,
        "Name the class that implements MuscatPlugin in " + Discovery.SERVICE_FILE + ".");
  }

  private static Diagnosis of(PluginThrewException thrown, Code otherwise, String otherwiseFix) {
    Throwable root = thrown.root();
    String cause =
        root instanceof OfferException e
            ? String.valueOf(e.getMessage())
            : thrown.rootDescription();
    if (root instanceof TookTooLongException late) {
      return new Diagnosis(otherwise, "it " + late.getMessage(), otherwiseFix);
    }
    if (root instanceof UnsupportedClassVersionError) {
      return new Diagnosis(
          Code.P107,
          cause,
          "Run Muscat on a newer Java than "
              + Runtime.version().feature()
              + ", or build the plugin for that one.");
    }
    if (root instanceof ClassNotFoundException) {
      return new Diagnosis(Code.P110, cause, missingClass());
    }
    if (thrown.chain().stream().anyMatch(ExceptionInInitializerError.class::isInstance)) {
      return new Diagnosis(
          Code.P112, cause, "Repair the static initialiser, which should not fail and do no work.");
    }
    if (root instanceof NoClassDefFoundError) {
      return new Diagnosis(Code.P110, cause, missingClass());
    }
    if (root instanceof NoSuchMethodException || root instanceof IllegalAccessException) {
      return new Diagnosis(Code.P113, cause, notPublic());
    }
    if (root instanceof LinkageError) {
      return new Diagnosis(
          Code.P114, cause, "Build the plugin against the versions that lie in its folder.");
    }
    return new Diagnosis(otherwise, cause, otherwiseFix);
  }

  private static String missingClass() {
    return "Put the jar that holds this class into the folder of the plugin; of the host's classes"
        + " it sees only org.muscat.spi.";
  }

  private static String notPublic() {
    return "Make the class that implements MuscatPlugin public, with a public constructor"
        + " without parameters.";
  }
}
