package org.muscat.diplomacy.framework;

import java.time.LocalDate;

/**
 * The level of a component from a day on.
 *
 * @param line where it stands in its file, from 1
 * @param from the first day with this level
 * @param level 0, .5 or 1
 * @param reason in one sentence
 * @param verified whether its sources were opened
 * @param sources how many there are
 */
record CodedLevel(
    long line,
    Component component,
    LocalDate from,
    double level,
    String reason,
    boolean verified,
    int sources) {}
