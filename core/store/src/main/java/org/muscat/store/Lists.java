package org.muscat.store;

import java.util.Collection;
import org.jdbi.v3.core.statement.DefinedAttributeTemplateEngine;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** Binds lists to queries. */
final class Lists {

  private Lists() {}

  /** Puts texts in place of {@code <name>}; none of them is like nothing. */
  static Query bind(Query query, String name, Collection<String> texts) {
    return query
        .configure(
            SqlStatements.class,
            statements -> statements.setTemplateEngine(new DefinedAttributeTemplateEngine()))
        .bindList(EmptyHandling.NULL_KEYWORD, name, texts);
  }
}
