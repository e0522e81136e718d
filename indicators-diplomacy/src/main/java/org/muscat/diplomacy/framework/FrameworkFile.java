package org.muscat.diplomacy.framework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A coded framework.
 *
 * @param version counted up with every change of the file
 * @param codedFrom the first day that was looked at
 * @param codedThrough the last one
 * @param weights as the file states them
 * @param levels in the order of the file
 */
record FrameworkFile(
    String name,
    String theatre,
    int version,
    LocalDate codedFrom,
    LocalDate codedThrough,
    Map<Component, String> weights,
    List<CodedLevel> levels) {}
