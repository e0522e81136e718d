package org.muscat.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.muscat.host.config.Place;
import org.muscat.server.schedule.CatchUp;
import org.muscat.server.schedule.Slots;
import org.muscat.spi.config.Secret;

/**
 * One job of muscat.yaml. Immutable.
 *
 * @param id unique
 * @param schedule as people read it, such as {@code every PT15M}; empty if it only runs when told
 * @param slots when it runs
 * @param catchUp what becomes of missed slots
 * @param jitter how much later than its slots it may begin
 * @param timeout how long one try may take
 * @param retries how many tries follow one that failed
 * @param priority of two that are due the one with more begins first
 * @param task what it does
 * @param place where it is written
 */
public record JobConfig(
    String id,
    String schedule,
    Slots slots,
    CatchUp catchUp,
    Duration jitter,
    Duration timeout,
    int retries,
    int priority,
    Task task,
    Place place) {

  /** What a job does. */
  public sealed interface Task permits Fetch, Tick, Score, Prune, Backfill, Report {

    /** The key in muscat.yaml that it stands under. */
    String kind();
  }

  /**
   * Fetches feeds now.
   *
   * @param feeds their ids, at least one, each once
   * @param places where each of them is named, in their order
   */
  public record Fetch(List<String> feeds, List<Place> places) implements Task {

    public Fetch {
      feeds = List.copyOf(feeds);
      places = List.copyOf(places);
    }

    @Override
    public String kind() {
      return JobYaml.FETCH;
    }
  }

  /** Assesses theatres as of its slot, as the server does on its heartbeat, and shows them. */
  public record Tick(Selection theatres) implements Task {

    @Override
    public String kind() {
      return JobYaml.TICK;
    }
  }

  /**
   * Which theatres a job is about.
   *
   * @param model all theatres of this model; empty for all models
   * @param ids these alone; empty for all of the model
   */
  public record Selection(Optional<String> model, List<String> ids) {

    public Selection {
      ids = List.copyOf(ids);
    }
  }

  /**
   * Somewhere that scores are sent to.
   *
   * @param address of http or https
   * @param user who signs in; goes with the password
   */
  public record Target(URI address, Optional<String> user, Optional<Secret> password) {}

  /**
   * Scores theatres as of its slot.
   *
   * @param textfile for the textfile collector of node_exporter
   * @param pushgateway whose group is replaced
   * @param group the job of that group
   * @param remoteWrite a receiver of remote write
   * @param labels of every series that is written there
   * @param webhook where signed scores are posted
   * @param webhookSecret the key of the signature; goes with the webhook
   * @param places where its options are written, by their keys
   */
  public record Score(
      Selection theatres,
      Optional<Path> textfile,
      Optional<Target> pushgateway,
      String group,
      Optional<Target> remoteWrite,
      Map<String, String> labels,
      Optional<Target> webhook,
      Optional<Secret> webhookSecret,
      Map<String, Place> places)
      implements Task {

    public Score {
      labels = Map.copyOf(labels);
      places = Map.copyOf(places);
    }

    /** Where an option is written that is there. */
    public Place place(String key) {
      return Objects.requireNonNull(places.get(key), key);
    }

    @Override
    public String kind() {
      return JobYaml.SCORE;
    }
  }

  /**
   * Removes what may be thinned out.
   *
   * @param keep what is younger stays
   */
  public record Prune(TemporalAmount keep) implements Task {

    @Override
    public String kind() {
      return JobYaml.PRUNE;
    }
  }

  /**
   * Stores the index of every day.
   *
   * @param from the first moment
   * @param to the last moment; empty for the slot
   * @param threads how many theatres at a time
   * @param openMetrics a file that is written at the end
   */
  public record Backfill(
      Selection theatres,
      Instant from,
      Optional<Instant> to,
      int threads,
      Optional<Path> openMetrics)
      implements Task {

    @Override
    public String kind() {
      return JobYaml.BACKFILL;
    }
  }

  /**
   * Writes a report of each theatre.
   *
   * @param period how long before its slot a report begins
   * @param formats at least one, each once
   * @param folder where the files go; empty for the usual one
   * @param keep reports of this job that are older are removed; empty for none
   */
  public record Report(
      Selection theatres,
      TemporalAmount period,
      List<ReportFormat> formats,
      Optional<Path> folder,
      Optional<TemporalAmount> keep)
      implements Task {

    public Report {
      formats = List.copyOf(formats);
    }

    @Override
    public String kind() {
      return JobYaml.REPORT;
    }
  }
}
