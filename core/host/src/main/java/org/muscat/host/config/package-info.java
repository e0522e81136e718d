/**
 * Configuration with places: YAML is read into {@link org.muscat.host.config.ConfigNode nodes} that
 * know their file and line, {@code ${name}} is {@link org.muscat.host.config.Substitution
 * substituted}, and mappings are {@link org.muscat.host.config.RecordBinder bound} to records whose
 * components carry {@link org.muscat.spi.Option}.
 *
 * <p>Nothing here throws for a user's mistake: every {@link org.muscat.host.config.Problem} is
 * collected, so that all of them can be shown at once.
 */
@NullMarked
package org.muscat.host.config;

import org.jspecify.annotations.NullMarked;
