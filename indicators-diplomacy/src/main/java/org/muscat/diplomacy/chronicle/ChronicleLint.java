package org.muscat.diplomacy.chronicle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muscat.diplomacy.coded.UnfinishedDay;
import org.muscat.spi.Batch.Rejection;

/**
 * What must hold between the events and files of one chronicle, beyond the format of each: unique
 * ids, events inside the coded days, days coded once and only when they are over, ends not before
 * beginnings, sources that were there when it was coded, and two of what is called verified.
 */
final class ChronicleLint {

  /** The confidence of what nobody verified. */
  private static final String DOUBTFUL = "C";

  /** So many publishers, independent of each other, verify an event. */
  private static final int VERIFYING = 2;

  private final String theatre;
  private final List<CodedFile> files;
  private final LocalDate today;
  private final List<Rejection> problems = new ArrayList<>();

  private ChronicleLint(String theatre, List<CodedFile> files, LocalDate today) {
    this.theatre = theatre;
    this.files = files.stream().sorted(Comparator.comparing(CodedFile::codedFrom)).toList();
    this.today = today;
  }

  /**
   * Everything that is wrong with these files as the chronicle of a theatre.
   *
   * @param today the day that runs, UTC; no file may be coded through it
   */
  static List<Rejection> problems(String theatre, List<CodedFile> files, LocalDate today) {
    ChronicleLint lint = new ChronicleLint(theatre, files, today);
    lint.checkFiles();
    lint.checkIds();
    for (CodedFile file : lint.files) {
      file.events().forEach(event -> lint.check(file, event));
    }
    return List.copyOf(lint.problems);
  }

  /**
   * Events that were coded on a day that lies ahead. It is a slip of the coder, and says nothing of
   * what happened, so that a machine with a slow clock may read them.
   */
  static List<Rejection> codedAhead(List<CodedFile> files, LocalDate today) {
    ChronicleLint lint = new ChronicleLint("", files, today);
    for (CodedFile file : lint.files) {
      file.events().stream()
          .filter(event -> event.coded().isAfter(today))
          .forEach(
              event ->
                  lint.report(
                      file,
                      event,
                      "it was coded on " + event.coded() + "; it is only " + today + " (UTC)"));
    }
    return List.copyOf(lint.problems);
  }

  private void checkFiles() {
    LocalDate covered = LocalDate.MIN;
    for (CodedFile file : files) {
      if (!file.theatre().equals(theatre)) {
        report(file, 0, "theatre '" + file.theatre() + "' is not '" + theatre + "'");
      }
      if (file.codedThrough().isBefore(file.codedFrom())) {
        report(file, 0, "codedThrough " + file.codedThrough() + " is before codedFrom");
      }
      UnfinishedDay.problem(file.codedThrough(), today)
          .ifPresent(problem -> report(file, 0, problem));
      if (!file.codedFrom().isAfter(covered)) {
        report(file, 0, "codedFrom " + file.codedFrom() + ": another file covers that day");
      }
      covered = covered.isAfter(file.codedThrough()) ? covered : file.codedThrough();
    }
  }

  private void checkIds() {
    Map<String, String> seen = new HashMap<>();
    for (CodedFile file : files) {
      for (CodedEvent event : file.events()) {
        String place = file.name() + ":" + event.line();
        String earlier = seen.putIfAbsent(event.id(), place);
        if (earlier != null) {
          report(file, event, "the id is taken by " + earlier);
        }
      }
    }
  }

  private void check(CodedFile file, CodedEvent event) {
    LocalDate date = event.date();
    if (!event.id().startsWith(date.toString())) {
      report(file, event, "the id does not begin with the date " + date);
    }
    if (date.isBefore(file.codedFrom()) || date.isAfter(file.codedThrough())) {
      report(file, event, "the date " + date + " is outside the coded days of the file");
    }
    if (event.coded().isBefore(date)) {
      report(file, event, "it was coded on " + event.coded() + ", before it happened");
    }
    for (Source source : event.sources()) {
      if (source.date() != null && source.date().isAfter(event.coded())) {
        report(
            file,
            event,
            "it was coded on " + event.coded() + ", before its source of " + source.date());
      }
    }
    checkVerification(file, event);
    checkEnd(file, event);
    checkArrival(file, event);
  }

  /** That two texts rest on one report that neither names, only their reader can see. */
  private void checkVerification(CodedFile file, CodedEvent event) {
    boolean doubtful = event.confidence().equals(DOUBTFUL);
    if (!event.verified() && !doubtful) {
      report(
          file,
          event,
          "it is not verified, so its confidence is C, not "
              + event.confidence()
              + "; write 'confidence: C'");
    }
    if (event.verified() && doubtful) {
      report(
          file,
          event,
          "it is verified with confidence C, which is for what is not; write 'verified: false'");
    }
    if (event.verified() && event.openedOrigins().size() < VERIFYING) {
      report(
          file,
          event,
          "it is verified, but its opened sources are by "
              + event.openedOrigins()
              + ", not by two independent publishers (one link or one site is one, unless written"
              + " 'agency / carrier'); open another, or write 'verified: false' and"
              + " 'confidence: C'");
    }
  }

  private void checkEnd(CodedFile file, CodedEvent event) {
    LocalDate until = event.until();
    if (until != null && until.isBefore(event.date())) {
      report(file, event, "until " + until + " is before the date " + event.date());
    }
    boolean lasting = event.type() != EventType.ULTIMATUM;
    if (until != null && lasting && until.isAfter(lastCodedDay())) {
      report(file, event, "until " + until + " is after the last coded day " + lastCodedDay());
    }
    LocalDate sustained = event.date().plusDays(KnownVersions.SUSTAINED - 1L);
    if (event.type() == EventType.SUSTAINED_STRIKES && until != null && until.isBefore(sustained)) {
      report(file, event, "strikes until " + until + " are not sustained over three days");
    }
    if (event.type() == EventType.CEASEFIRE && event.actors().size() < 2) {
      report(file, event, "a ceasefire needs both sides as actors");
    }
  }

  private void checkArrival(CodedFile file, CodedEvent event) {
    LocalDate arrived = event.particulars().arrived();
    if (arrived == null) {
      return;
    }
    LocalDate until = event.until();
    if (arrived.isBefore(event.date())) {
      report(file, event, "arrived " + arrived + " is before the date " + event.date());
    }
    if (until != null && arrived.isAfter(until)) {
      report(file, event, "arrived " + arrived + " is after until " + until);
    }
    if (event.coded().isBefore(arrived)) {
      report(file, event, "it was coded on " + event.coded() + ", before it arrived");
    }
  }

  private LocalDate lastCodedDay() {
    return files.stream()
        .map(CodedFile::codedThrough)
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.MAX);
  }

  private void report(CodedFile file, CodedEvent event, String reason) {
    report(file, event.line(), "event '" + event.id() + "': " + reason);
  }

  private void report(CodedFile file, long line, String reason) {
    problems.add(new Rejection(file.name(), line, reason));
  }
}
