package org.muscat.server.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LogbackServiceProvider;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusUtil;
import ch.qos.logback.core.util.StatusPrinter2;
import org.slf4j.ILoggerFactory;
import org.slf4j.spi.MDCAdapter;

/**
 * Logback, set up by {@link LogSetup} without a search for who might set it up, which opens all
 * jars and takes a short command a thirtieth of its time. The distribution names it to SLF4J with
 * {@code -Dslf4j.provider}; without that all is the same and takes longer. Whoever names a file of
 * his own with {@code -Dlogback.configurationFile} has Logback as it comes. Called once, by SLF4J,
 * on the thread that first asks for a logger.
 */
public final class LogProvider extends LogbackServiceProvider {

  private final LoggerContext context = new LoggerContext();
  private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();
  private final boolean isAsItComes = LogSetup.isOtherwise();

  /** Made by SLF4J. */
  public LogProvider() {}

  @Override
  public void initialize() {
    if (isAsItComes) {
      super.initialize();
      return;
    }
    context.setName(CoreConstants.DEFAULT_CONTEXT_NAME);
    context.setMDCAdapter(mdc);
    LogSetup setup = new LogSetup();
    setup.setContext(context);
    setup.configure(context);
    if (new StatusUtil(context).getHighestLevel(0) >= Status.WARN) {
      new StatusPrinter2().printInCaseOfErrorsOrWarnings(context);
    }
    context.start();
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return isAsItComes ? super.getLoggerFactory() : context;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return isAsItComes ? super.getMDCAdapter() : mdc;
  }
}
