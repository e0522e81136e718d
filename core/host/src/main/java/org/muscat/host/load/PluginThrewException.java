package org.muscat.host.load;

import java.util.List;

/**
 * The code of a plugin threw something. It was asked for all that it says when this was made, on
 * the thread of the plugin: its own methods may never end.
 */
public final class PluginThrewException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Throwable> chain;
  private final String description;
  private final String rootDescription;

  /** Asks it. Only for a thread of the plugin, or for what is the host's own. */
  public PluginThrewException(Throwable thrown) {
    // It is no cause of this one: who logs a cause asks it.
    super("the code of a plugin threw");
    this.chain = List.copyOf(Thrown.chain(thrown));
    this.description = Thrown.describe(thrown);
    this.rootDescription = chain.size() == 1 ? description : Thrown.describe(root());
  }

  /** What was thrown; no method of it may be called, unless it is of a class of the host. */
  public Throwable thrown() {
    return chain.get(0);
  }

  /** As {@link Thrown#describe} says. */
  public String description() {
    return description;
  }

  /** The same of its root alone. */
  String rootDescription() {
    return rootDescription;
  }

  /** It and its causes, the root last; no method of them may be called either. */
  List<Throwable> chain() {
    return chain;
  }

  Throwable root() {
    return chain.get(chain.size() - 1);
  }

  @Override
  public String getMessage() {
    return super.getMessage() + ": " + description;
  }
}
