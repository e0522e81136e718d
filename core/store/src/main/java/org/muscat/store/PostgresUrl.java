package org.muscat.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a PostgreSQL database is and how to sign in. The driver never sees the URL as a whole, so
 * that it cannot log it. Immutable.
 */
final class PostgresUrl {

  private static final Pattern URL =
      Pattern.compile("jdbc:postgresql://([^/?@]+)/([^/?]+)(?:\\?(.*))?");
  private static final Pattern HOST = Pattern.compile("(\\[[^]]+]|[^:]+)(?::(\\d{1,5}))?");
  private static final String FORM = "jdbc:postgresql://host:port/database?user=name";

  private static final int MAX_PORT = 65_535;

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "ApplicationName", "muscat",
          "connectTimeout", "10",
          "tcpKeepAlive", "true",
          "reWriteBatchedInserts", "true");

  private final String hosts;
  private final String database;
  private final Map<String, String> parameters;

  private PostgresUrl(String hosts, String database, Map<String, String> parameters) {
    this.hosts = hosts;
    this.database = database;
    this.parameters = Collections.unmodifiableMap(parameters);
  }

  /**
   * Takes a URL apart.
   *
   * @throws IllegalArgumentException if it cannot be used; the message quotes no parameter
   */
  static PostgresUrl parse(String url) {
    Matcher matcher = URL.matcher(url);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          withoutSecrets(url)
              + " is not of the form "
              + FORM
              + "; user and password are parameters, or options of their own");
    }
    Map<String, String> parameters = new TreeMap<>(DEFAULTS);
    String rest = matcher.group(3);
    if (rest != null && !rest.isEmpty()) {
      for (String parameter : rest.split("&")) {
        int equals = parameter.indexOf('=');
        if (equals < 1) {
          throw new IllegalArgumentException(
              withoutSecrets(url) + " has a parameter without a name or value");
        }
        parameters.put(parameter.substring(0, equals), decode(parameter.substring(equals + 1)));
      }
    }
    PostgresUrl parsed =
        new PostgresUrl(matcher.group(1), decode(matcher.group(2)), Map.copyOf(parameters));
    parsed.source();
    return parsed;
  }

  /** The same, signed in by name; blank is what the URL says. */
  PostgresUrl withUser(String user, String password) {
    Map<String, String> signed = new TreeMap<>(parameters);
    if (!user.isBlank()) {
      signed.put("user", user);
    }
    if (!password.isBlank()) {
      signed.put("password", password);
    }
    return new PostgresUrl(hosts, database, signed);
  }

  /** Names the database for people. */
  String place() {
    return "jdbc:postgresql://" + hosts + "/" + database;
  }

  /** What opens connections. */
  PGSimpleDataSource source() {
    String[] names = hosts.split(",");
    int[] ports = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      Matcher host = HOST.matcher(names[i]);
      int port = host.matches() && host.group(2) != null ? Integer.parseInt(host.group(2)) : 0;
      if (!host.matches() || port > MAX_PORT) {
        throw new IllegalArgumentException(
            place() + " names no host and port in '" + names[i] + "'; the form is " + FORM);
      }
      names[i] = host.group(1);
      ports[i] = port;
    }
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(names);
    source.setPortNumbers(ports);
    source.setDatabaseName(database);
    parameters.forEach((name, value) -> set(source, name, value));
    return source;
  }

  private void set(PGSimpleDataSource source, String name, String value) {
    try {
      source.setProperty(name, value);
    } catch (SQLException | IllegalArgumentException e) {
      // Without the cause: it may quote the value.
      throw new IllegalArgumentException(
          place() + " has a parameter '" + name + "' that the driver does not take");
    }
  }

  /** A URL up to where secrets may begin. */
  static String withoutSecrets(String url) {
    int end = url.indexOf('?');
    String path = end < 0 ? url : url.substring(0, end);
    int at = path.lastIndexOf('@');
    return at < 0 ? path : "jdbc:...@" + path.substring(at + 1);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a parameter of the PostgreSQL URL has a '%' that is followed by no two hex digits;"
              + " write '%25' for the character itself");
    }
  }

  @Override
  public String toString() {
    return place();
  }
}
