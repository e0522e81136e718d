package org.muscat.server.http;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.metrics.Exposition;
import org.muscat.server.metrics.IndicatorValues;
import org.muscat.server.metrics.RenderedIndex;

/** What answers requests. */
public final class HttpModule extends AbstractModule {

  private final ListenAddress address;
  private final PrometheusRegistry registry;
  private final DevNotes dev;
  private final Reloading reloading;
  private final CrossOrigin crossOrigin;

  /**
   * What answers at an address.
   *
   * @param crossOrigin origins whose pages may read the API
   */
  public HttpModule(
      ListenAddress address,
      PrometheusRegistry registry,
      DevNotes dev,
      Reloading reloading,
      List<String> crossOrigin) {
    this.crossOrigin = new CrossOrigin(crossOrigin);
    this.address = address;
    this.registry = registry;
    this.dev = dev;
    this.reloading = reloading;
  }

  @Override
  protected void configure() {
    bind(ListenAddress.class).toInstance(address);
    bind(PrometheusRegistry.class).toInstance(registry);
    bind(DevNotes.class).toInstance(dev);
    bind(Reloading.class).toInstance(reloading);
    bind(CrossOrigin.class).toInstance(crossOrigin);
    bind(ReloadHandler.class).in(Singleton.class);
    bind(Readiness.class).in(Singleton.class);
    bind(Questions.class).in(Singleton.class);
    bind(PastHandlers.class).in(Singleton.class);
    bind(StreamHub.class).in(Singleton.class);
    bind(StreamHandler.class).in(Singleton.class);
    bind(ApiHandlers.class).in(Singleton.class);
    bind(PluginHandlers.class).in(Singleton.class);
    bind(JobHandlers.class).in(Singleton.class);
    bind(MetricsHandler.class).in(Singleton.class);
    bind(Endpoints.class).in(Singleton.class);
    bind(Routes.class).in(Singleton.class);
    bind(HttpVerticle.class);
  }

  @Provides
  @Singleton
  static RenderedIndex renderedIndex(IndexBoard board, IndicatorValues values) {
    return new RenderedIndex(board, values, System::nanoTime);
  }

  @Provides
  @Singleton
  static Exposition exposition(RenderedIndex index, PrometheusRegistry registry) {
    return new Exposition(index, registry);
  }
}
