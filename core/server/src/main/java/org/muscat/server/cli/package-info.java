/** The command line: one class for each command, and the exit codes. */
@NullMarked
package org.muscat.server.cli;

import org.jspecify.annotations.NullMarked;
