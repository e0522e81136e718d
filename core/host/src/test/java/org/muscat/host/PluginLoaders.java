package org.muscat.host;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.JMException;
import javax.management.ObjectName;

/** Counts the class loaders of plugins that this JVM still holds. */
final class PluginLoaders {

  private static final String LOADER = "org.muscat.host.load.PluginClassLoader";

  private PluginLoaders() {}

  /** How many are reachable; collects garbage to find out. */
  static long count() {
    try {
      String histogram =
          (String)
              ManagementFactory.getPlatformMBeanServer()
                  .invoke(
                      new ObjectName("com.sun.management:type=DiagnosticCommand"),
                      "gcClassHistogram",
                      new Object[] {new String[0]},
                      new String[] {String[].class.getName()});
      return histogram
          .lines()
          .map(line -> line.strip().split("\\s+"))
          .filter(columns -> Arrays.asList(columns).contains(LOADER))
          .mapToLong(columns -> Long.parseLong(columns[1]))
          .sum();
    } catch (JMException e) {
      throw new AssertionError(e);
    }
  }
}
