/** The file muscat.yaml. */
@NullMarked
package org.muscat.server.config;

import org.jspecify.annotations.NullMarked;
