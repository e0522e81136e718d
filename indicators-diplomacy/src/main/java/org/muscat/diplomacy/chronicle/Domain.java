package org.muscat.diplomacy.chronicle;

/** What an event is about; each domain is one series of events of a theatre. */
enum Domain {
  DIALOGUE,
  KINETIC,
  DEADLINE,
  POSTURE,
  SIGNALLING,
  PROTECTIVE,
  SANCTIONS,
  OTHER;

  String series(String theatre) {
    return "events/" + theatre + "/" + Words.of(this);
  }
}
