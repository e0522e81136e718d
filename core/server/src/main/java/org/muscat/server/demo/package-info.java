/** The demo theatre: recorded figures and the chronicle at accelerated time. */
@NullMarked
package org.muscat.server.demo;

import org.jspecify.annotations.NullMarked;
