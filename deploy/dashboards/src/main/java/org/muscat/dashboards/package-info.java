/**
 * The dashboards of Muscat: what each shows, and the program that writes them into {@code
 * deploy/grafana}.
 */
@NullMarked
package org.muscat.dashboards;

import org.jspecify.annotations.NullMarked;
