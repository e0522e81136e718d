package org.muscat.diplomacy.chronicle;

import java.time.LocalDate;
import java.util.List;

/** One file of the chronicle: which days it covers, and what happened on them. */
record CodedFile(
    String name,
    String theatre,
    LocalDate codedFrom,
    LocalDate codedThrough,
    List<CodedEvent> events) {}
