/** Grafana's dashboards as values, and how they are written as JSON. */
@NullMarked
package org.muscat.dashboards.grafana;

import org.jspecify.annotations.NullMarked;
