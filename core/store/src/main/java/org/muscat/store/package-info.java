/**
 * The store remembers what feeds observed: append-only, bitemporal, in one SQLite file or a
 * PostgreSQL database.
 *
 * <p>{@link org.muscat.store.Store#append} takes a {@link org.muscat.store.Delivery} in one durable
 * transaction; {@link org.muscat.store.Store#view} tells what was known at a moment. {@link
 * org.muscat.store.Store#history} tells the same for many moments from memory, and {@link
 * org.muscat.store.Store#historyAt} as the store was before. {@link org.muscat.store.Archive} hands
 * out all versions and takes them back. Nothing else reads observations.
 *
 * <p>Inside: {@code Appending} is the transaction, {@code Merge} decides what of it says something
 * new, {@code AsOfReader} and {@code KnownVersions} are the as-of query, {@code StateAppending} and
 * {@code States} keep what the index said, {@code Arrivals} knows which of it a later delivery
 * spoils, {@code PointChanges}, {@code Sheets} and {@code EventVersions} are what a history holds,
 * {@code Overlap} and {@code Breaks} find and keep where a source told its past anew. {@code
 * Database} has the connections; a {@code Dialect} is what is particular to {@code Sqlite} or
 * {@code Postgres}, all else is one SQL.
 */
@NullMarked
package org.muscat.store;

import org.jspecify.annotations.NullMarked;
