package org.muscat.server.access;

import com.google.inject.AbstractModule;

/** Who may ask. */
public final class AccessModule extends AbstractModule {

  private final Access access;

  public AccessModule(Access access) {
    this.access = access;
  }

  @Override
  protected void configure() {
    bind(Door.class).toInstance(access.door());
    bind(ServerGuard.class).toInstance(access.guard());
  }
}
