package org.muscat.host.bytecode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which calls are hazards. Sees what code names; what it reaches by reflection, or through a
 * library, stays unseen.
 */
final class Hazards {

  private static final String NEW = "<init>";

  /** Methods by type; an empty set stands for all of them. */
  private static final Map<Hazard, Map<String, Set<String>>> CALLS =
      Map.ofEntries(
          Map.entry(
              Hazard.EXIT,
              Map.of(
                  "java/lang/System", Set.of("exit"), "java/lang/Runtime", Set.of("exit", "halt"))),
          Map.entry(
              Hazard.PROCESS,
              Map.of(
                  "java/lang/Runtime",
                  Set.of("exec"),
                  "java/lang/ProcessBuilder",
                  Set.of("start"))),
          Map.entry(
              Hazard.NATIVE,
              Map.of(
                  "java/lang/System", Set.of("load", "loadLibrary"),
                  "java/lang/Runtime", Set.of("load", "loadLibrary"))),
          Map.entry(Hazard.UNSAFE, Map.of("sun/misc/Unsafe", Set.of())),
          Map.entry(
              Hazard.SHARED_STATE,
              Map.of(
                  "java/lang/System",
                      Set.of(
                          "setProperty",
                          "setProperties",
                          "clearProperty",
                          "setOut",
                          "setErr",
                          "setIn",
                          "setSecurityManager"),
                  "java/lang/Runtime", Set.of("addShutdownHook"),
                  "java/lang/Thread",
                      Set.of("stop", "suspend", "resume", "setDefaultUncaughtExceptionHandler"),
                  "java/util/Locale", Set.of("setDefault"),
                  "java/util/TimeZone", Set.of("setDefault"),
                  "java/net/Authenticator", Set.of("setDefault"),
                  "java/net/ProxySelector", Set.of("setDefault"),
                  "java/net/URL", Set.of("setURLStreamHandlerFactory"))),
          Map.entry(
              Hazard.THREADS,
              Map.of(
                  "java/lang/Thread", Set.of(NEW, "startVirtualThread", "ofVirtual", "ofPlatform"),
                  "java/util/concurrent/Executors", Set.of(),
                  "java/util/concurrent/ThreadPoolExecutor", Set.of(NEW),
                  "java/util/concurrent/ScheduledThreadPoolExecutor", Set.of(NEW),
                  "java/util/concurrent/ForkJoinPool", Set.of(NEW, "commonPool"),
                  "java/util/Timer", Set.of(NEW),
                  "java/util/Collection", Set.of("parallelStream"))),
          Map.entry(
              Hazard.FILES,
              Map.of(
                  "java/nio/file/Files", Set.of(),
                  "java/io/FileInputStream", Set.of(NEW),
                  "java/io/FileOutputStream", Set.of(NEW),
                  "java/io/FileReader", Set.of(NEW),
                  "java/io/FileWriter", Set.of(NEW),
                  "java/io/RandomAccessFile", Set.of(NEW),
                  "java/nio/channels/FileChannel", Set.of("open"))),
          Map.entry(
              Hazard.CLOCK,
              Map.of(
                  "java/lang/System", Set.of("currentTimeMillis", "nanoTime"),
                  "java/util/Calendar", Set.of("getInstance"),
                  "java/time/Clock", Set.of("systemUTC", "systemDefaultZone", "system"))),
          Map.entry(
              Hazard.CHANCE,
              Map.of(
                  "java/lang/Math", Set.of("random"),
                  "java/lang/StrictMath", Set.of("random"),
                  "java/util/UUID", Set.of("randomUUID"),
                  "java/security/SecureRandom", Set.of(),
                  "java/util/random/RandomGenerator", Set.of("getDefault"),
                  "java/util/concurrent/ThreadLocalRandom", Set.of("current"))));

  /** Of the package of the network, what is only a value. */
  private static final Set<String> NOT_NETWORK =
      Set.of(
          "java/net/URI",
          "java/net/URISyntaxException",
          "java/net/MalformedURLException",
          "java/net/URLEncoder",
          "java/net/URLDecoder");

  private static final Set<String> CONNECTING =
      Set.of("openConnection", "openStream", "getContent");
  private static final List<String> NETWORK_CHANNELS =
      List.of(
          "Socket", "ServerSocket", "Datagram", "AsynchronousSocket", "AsynchronousServerSocket");
  private static final Pattern SET_ACCESSIBLE = Pattern.compile("(try)?[sS]etAccessible");

  private Hazards() {}

  /**
   * What is hazardous in a call.
   *
   * @param owner of the method, with slashes
   */
  static Optional<Hazard> of(String owner, Member method) {
    for (Map.Entry<Hazard, Map<String, Set<String>>> entry : CALLS.entrySet()) {
      Set<String> methods = entry.getValue().get(owner);
      if (methods != null && (methods.isEmpty() || methods.contains(method.name()))) {
        return Optional.of(entry.getKey());
      }
    }
    if (isNetwork(owner, method.name())) {
      return Optional.of(Hazard.NETWORK);
    }
    if (isReflection(owner, method.name())) {
      return Optional.of(Hazard.REFLECTION);
    }
    if (isAsynchronous(owner, method)) {
      return Optional.of(Hazard.THREADS);
    }
    return ofTimeAndChance(owner, method);
  }

  private static boolean isNetwork(String owner, String name) {
    if (owner.equals("java/net/URL")) {
      return CONNECTING.contains(name);
    }
    return (owner.startsWith("java/net/")
            && !NOT_NETWORK.contains(owner)
            && !owner.endsWith("Exception"))
        || owner.startsWith("javax/net/")
        || NETWORK_CHANNELS.stream()
            .anyMatch(kind -> owner.startsWith("java/nio/channels/" + kind));
  }

  private static boolean isReflection(String owner, String name) {
    return owner.startsWith("java/lang/reflect/") && SET_ACCESSIBLE.matcher(name).matches();
  }

  /** Work that goes to the pool which all code of the JVM shares, unless an executor is given. */
  private static boolean isAsynchronous(String owner, Member method) {
    boolean future =
        owner.equals("java/util/concurrent/CompletableFuture")
            && method.name().endsWith("Async")
            && !method.descriptor().contains("Executor;");
    boolean parallel = owner.startsWith("java/util/stream/") && method.name().equals("parallel");
    return future || parallel;
  }

  private static Optional<Hazard> ofTimeAndChance(String owner, Member method) {
    boolean without = method.descriptor().startsWith("()");
    if (owner.startsWith("java/time/") && method.name().equals("now")) {
      return method.descriptor().contains("Ljava/time/Clock;")
          ? Optional.empty()
          : Optional.of(Hazard.CLOCK);
    }
    if (owner.equals("java/util/Date") && method.name().equals(NEW) && without) {
      return Optional.of(Hazard.CLOCK);
    }
    // With a seed the numbers can be had again.
    return owner.equals("java/util/Random") && method.name().equals(NEW) && without
        ? Optional.of(Hazard.CHANCE)
        : Optional.empty();
  }
}
