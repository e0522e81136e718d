package org.muscat.store;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Looks at the whole store, inside one read transaction. */
final class Checking {

  private static final int SHOWN = 20;

  /** A rule, and a query for what breaks it: one text for each. */
  private record Rule(String says, String query) {}

  private static final String VINTAGE =
      "v.series || ' of ' || v.source || ', vintage ' || v.number";

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "a vintage is first known when the first of its observations is",
              "select "
                  + VINTAGE
                  + " from vintage v left join (select vintage, min(known) as known"
                  + " from observation group by vintage) o on o.vintage = v.id"
                  + " where o.known is null or o.known <> v.first_known"),
          new Rule(
              "a vintage is first known when the first of its arrivals is",
              "select "
                  + VINTAGE
                  + " from vintage v left join (select vintage, min(first_known) as known"
                  + " from arrival group by vintage) a on a.vintage = v.id"
                  + " where a.known is null or a.known <> v.first_known"),
          new Rule(
              "an arrival tells the first known-at of what its delivery brought",
              "select "
                  + VINTAGE
                  + " || ', delivery ' || o.delivery from (select vintage, delivery,"
                  + " min(known) as known from observation group by vintage, delivery) o"
                  + " join vintage v on v.id = o.vintage left join arrival a"
                  + " on a.vintage = o.vintage and a.delivery = o.delivery"
                  + " where a.first_known is null or a.first_known <> o.known"),
          new Rule(
              "a delivery that arrived brought something, or a vintage break",
              "select "
                  + VINTAGE
                  + " || ', delivery ' || a.delivery from arrival a"
                  + " join vintage v on v.id = a.vintage left join (select distinct vintage,"
                  + " delivery from observation) o on o.vintage = a.vintage"
                  + " and o.delivery = a.delivery where o.delivery is null"
                  + " and a.delivery not in (select delivery from vintage_break)"),
          new Rule(
              "a value is finite and a known basis is F, P or A",
              "select "
                  + VINTAGE
                  + " || ', observed at ' || o.observed || ' ms' from observation o"
                  + " join vintage v on v.id = o.vintage where o.value > 1.7976931348623157e308"
                  + " or o.value < -1.7976931348623157e308"
                  + " or o.known_basis not in ('F', 'P', 'A')"),
          new Rule(
              "a confirmation ends at or after its beginning",
              "select "
                  + VINTAGE
                  + " || ', delivery ' || c.delivery from confirmation c"
                  + " join vintage v on v.id = c.vintage where c.first_observed > c.last_observed"),
          new Rule(
              "an index state was read from a delivery that there is",
              "select s.theatre || ' as of ' || s.as_of || ' ms' from index_state s"
                  + " where s.stamp > (select coalesce(max(id), 0) from delivery)"),
          new Rule(
              "a state came out the same from a later delivery than at first",
              "select s.theatre || ' as of ' || s.as_of || ' ms' from index_state_again a"
                  + " join index_state s on s.id = a.state where a.stamp <= s.stamp"),
          new Rule(
              "a publication was read from a delivery that there is",
              "select p.theatre || ' as of ' || p.as_of || ' ms' from publication p"
                  + " where p.stamp > (select coalesce(max(id), 0) from delivery)"));

  private final Handle handle;
  private final Dialect dialect;
  private final List<String> problems = new ArrayList<>();

  private Checking(Handle handle, Dialect dialect) {
    this.handle = handle;
    this.dialect = dialect;
  }

  /**
   * Looks at a store.
   *
   * @throws StoreException if the database cannot be read
   */
  static StoreCheck of(Database database) {
    List<String> damage = database.dialect().damage(database.place());
    if (!damage.isEmpty()) {
      // What it would say of its rows cannot be believed.
      return new StoreCheck(
          damage.stream().limit(SHOWN).map(one -> "the database is damaged: " + one).toList(),
          Map.of(),
          OptionalLong.empty());
    }
    return database.read("cannot check ", handle -> new Checking(handle, database.dialect()).run());
  }

  private StoreCheck run() throws SQLException {
    RULES.forEach(this::check);
    checkEvents();
    return new StoreCheck(problems, rows(), dialect.bytes(handle));
  }

  private void check(Rule rule) {
    List<String> broken =
        handle.createQuery(rule.query()).mapTo(String.class).stream().limit(SHOWN + 1L).toList();
    broken.stream().limit(SHOWN).forEach(one -> problems.add(one + ": " + rule.says()));
    if (broken.size() > SHOWN) {
      problems.add("and more: " + rule.says());
    }
  }

  /** That the texts of events can be read. */
  private void checkEvents() throws SQLException {
    int bad = 0;
    try (var query =
            handle
                .getConnection()
                .prepareStatement(
                    "select event_key, type, attributes, vintage, observed from observation"
                        + " where event_key <> ''");
        ResultSet row = query.executeQuery()) {
      while (row.next() && bad < SHOWN) {
        try {
          Text.decode(row.getString(1));
          Text.decode(row.getString(2));
          Text.decodeAttributes(row.getString(3));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
          bad++;
          problems.add(
              "event '"
                  + row.getString(1)
                  + "' of vintage "
                  + row.getLong(4)
                  + ", observed at "
                  + row.getLong(5)
                  + " ms: its texts cannot be read");
        }
      }
    }
  }

  private Map<String, Long> rows() throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    for (String table : tables()) {
      rows.put(
          table,
          handle.createQuery("select count(*) from \"" + table + '"').mapTo(Long.class).one());
    }
    return rows;
  }

  private List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    DatabaseMetaData data = handle.getConnection().getMetaData();
    String schema = handle.getConnection().getSchema();
    try (ResultSet row = data.getTables(null, schema, "%", new String[] {"TABLE"})) {
      while (row.next()) {
        String name = row.getString("TABLE_NAME");
        if (!name.startsWith("sqlite_") && !name.startsWith("flyway_")) {
          tables.add(name);
        }
      }
    }
    return tables;
  }
}
