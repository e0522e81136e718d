/**
 * How fast Muscat is, measured by JMH. One class holds the benchmarks of one subject; {@link
 * org.muscat.bench.AtMost} states its target, {@link org.muscat.bench.Bench} runs it and prints the
 * table; data come from {@link org.muscat.bench.SyntheticPanel}, {@link org.muscat.bench.Asem} and
 * {@link org.muscat.bench.SyntheticSeries}, all from fixed seeds.
 */
@NullMarked
package org.muscat.bench;

import org.jspecify.annotations.NullMarked;
