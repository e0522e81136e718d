/** Where the scores of one run go: a file, a Pushgateway, remote write, a webhook. */
@NullMarked
package org.muscat.server.deliver;

import org.jspecify.annotations.NullMarked;
