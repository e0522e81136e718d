package org.muscat.diplomacy.chronicle;

/** What an event is about; each domain is one series of events of a theatre. */
public enum Domain {
  DIALOGUE,
  KINETIC,
  DEADLINE,
  POSTURE,
  SIGNALLING,
  PROTECTIVE,
  SANCTIONS,
  OTHER;

  /** The series of a theatre, such as {@code events/gulf/dialogue}. */
  public String series(String theatre) {
    return "events/" + theatre + "/" + Words.of(this);
  }
}
