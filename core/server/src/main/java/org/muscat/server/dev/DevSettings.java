package org.muscat.server.dev;

import java.nio.file.Path;

/**
 * How {@code muscat dev} is to run.
 *
 * @param workplace the plugin
 * @param data where the store and what was generated lie
 * @param port to listen on, 0 for any
 * @param compile whether sources that are newer than the classes are compiled
 */
public record DevSettings(Workplace workplace, Path data, int port, boolean compile) {}
