/**
 * What feeds of published tables have in common. A {@link org.muscat.energy.table.TableFeed} asks a
 * {@link org.muscat.energy.table.TableSource} for one {@link org.muscat.energy.table.Table} after
 * the other, gets {@link org.muscat.energy.table.Cells}, and decides from when each value counts as
 * known. {@link org.muscat.energy.table.Sheet} reads CSV and the old binary Excel format, {@link
 * org.muscat.energy.table.Document} JSON.
 */
@NullMarked
package org.muscat.energy.table;

import org.jspecify.annotations.NullMarked;
