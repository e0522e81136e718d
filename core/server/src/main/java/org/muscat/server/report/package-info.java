/** What was said of a theatre over some time, as one file for people or a table for programs. */
@NullMarked
package org.muscat.server.report;

import org.jspecify.annotations.NullMarked;
