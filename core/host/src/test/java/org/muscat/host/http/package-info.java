@NullMarked
package org.muscat.host.http;

import org.jspecify.annotations.NullMarked;
