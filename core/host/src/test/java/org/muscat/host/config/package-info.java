@NullMarked
package org.muscat.host.config;

import org.jspecify.annotations.NullMarked;
