package org.muscat.spi;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muscat.spi.config.Secret;

/**
 * What a feed asks of a web server: a GET with parameters, headers and bounds. Immutable; each
 * method gives another query.
 */
public final class HttpQuery {

  /** What {@link #atMost} is unless said otherwise: 64 MiB. */
  public static final long DEFAULT_MOST_BYTES = 64L << 20;

  /** What {@link #within} is unless said otherwise: 30 s. */
  public static final Duration DEFAULT_WITHIN = Duration.ofSeconds(30);

  /** Stands where a secret is. */
  public static final String REDACTED = "***";

  private static final String ACCEPT = "Accept";

  /**
   * A parameter of a query.
   *
   * @param name as it was given, not encoded
   * @param value as it was given, not encoded; {@value #REDACTED} in the place of a secret
   * @param secret what is sent in place of the value, if it is one
   */
  public record Parameter(String name, String value, Optional<Secret> secret) {

    private String text(boolean revealed) {
      return revealed ? secret.map(Secret::reveal).orElse(value) : value;
    }
  }

  private final URI address;
  private final List<Parameter> parameters;
  private final Map<String, String> headers;
  private final Map<String, Secret> secretHeaders;
  private final List<Secret> secrets;
  private final List<String> mediaTypes;
  private final long mostBytes;
  private final Duration within;

  private HttpQuery(Draft draft) {
    this.address = draft.address;
    this.parameters = List.copyOf(draft.parameters);
    this.headers = Collections.unmodifiableMap(draft.headers);
    this.secretHeaders = Collections.unmodifiableMap(draft.secretHeaders);
    this.secrets = List.copyOf(draft.secrets);
    this.mediaTypes = List.copyOf(draft.mediaTypes);
    this.mostBytes = draft.mostBytes;
    this.within = draft.within;
  }

  /** What the next query is made of. */
  private static final class Draft {
    private final URI address;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Secret> secretHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Secret> secrets = new ArrayList<>();
    private List<String> mediaTypes = List.of();
    private long mostBytes = DEFAULT_MOST_BYTES;
    private Duration within = DEFAULT_WITHIN;

    Draft(URI address) {
      this.address = address;
    }
  }

  private Draft draft() {
    Draft draft = new Draft(address);
    draft.parameters.addAll(parameters);
    draft.headers.putAll(headers);
    draft.secretHeaders.putAll(secretHeaders);
    draft.secrets.addAll(secrets);
    draft.mediaTypes = mediaTypes;
    draft.mostBytes = mostBytes;
    draft.within = within;
    return draft;
  }

  /**
   * Asks for an address, which may have parameters of its own.
   *
   * @throws IllegalArgumentException if it names no host, or a user and password, which would be
   *     shown; use {@link #secretHeader}
   */
  public static HttpQuery get(URI address) {
    if (address.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "an address with a user in it would be shown in messages; send a secret header instead");
    }
    if (address.getHost() == null) {
      throw new IllegalArgumentException("'" + address + "' names no host");
    }
    return new HttpQuery(new Draft(address));
  }

  /** With one more parameter, percent-encoded behind those that are there. */
  public HttpQuery parameter(String name, String value) {
    Draft draft = draft();
    draft.parameters.add(new Parameter(name, value, Optional.empty()));
    return new HttpQuery(draft);
  }

  /** With one more parameter that is filled in when the query is sent, and shown nowhere. */
  public HttpQuery secretParameter(String name, Secret secret) {
    Draft draft = draft();
    draft.parameters.add(new Parameter(name, REDACTED, Optional.of(secret)));
    draft.secrets.add(secret);
    return new HttpQuery(draft);
  }

  /**
   * With a header, in place of one with the same name.
   *
   * @throws IllegalArgumentException if name or value cannot stand in a header
   */
  public HttpQuery header(String name, String value) {
    Draft draft = draft();
    draft.headers.put(requireHeader(name), requireHeader(value));
    return new HttpQuery(draft);
  }

  /** With a header that is filled in when the query is sent, and shown nowhere. */
  public HttpQuery secretHeader(String name, Secret secret) {
    Draft draft = draft();
    draft.secretHeaders.put(requireHeader(name), secret);
    draft.secrets.add(secret);
    return new HttpQuery(draft);
  }

  /**
   * Only if it changed: the answer may be {@link HttpAnswer#isUnchanged()}.
   *
   * @param validator of an earlier answer, from {@link HttpAnswer#validator()}; a feed keeps it in
   *     its cursor
   * @throws IllegalArgumentException if it is no validator
   */
  public HttpQuery ifChangedSince(String validator) {
    if (validator.startsWith(HttpAnswer.ETAG)) {
      return header("If-None-Match", validator.substring(HttpAnswer.ETAG.length()));
    }
    if (validator.startsWith(HttpAnswer.LAST_MODIFIED)) {
      return header("If-Modified-Since", validator.substring(HttpAnswer.LAST_MODIFIED.length()));
    }
    throw new IllegalArgumentException(
        "'" + validator + "' is no validator; take one from HttpAnswer.validator()");
  }

  /**
   * Only the bytes from one to another, both included; the answer is {@link HttpAnswer#isPartial()}
   * if the server can do that, else the whole.
   *
   * @throws IllegalArgumentException if that is no range
   */
  public HttpQuery bytes(long from, long to) {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no range of bytes: " + from + " to " + to);
    }
    return header("Range", "bytes=" + from + "-" + to);
  }

  /**
   * Only the last bytes.
   *
   * @param count how many, positive
   */
  public HttpQuery lastBytes(long count) {
    if (count <= 0) {
      throw new IllegalArgumentException("not a positive number of bytes: " + count);
    }
    return header("Range", "bytes=-" + count);
  }

  /** Accepts these media types and refuses an answer that names another one. */
  public HttpQuery accepting(String... types) {
    Draft draft = draft();
    draft.mediaTypes = List.of(types);
    draft.headers.put(ACCEPT, requireHeader(String.join(", ", types)));
    return new HttpQuery(draft);
  }

  /**
   * Refuses an answer with more bytes, as sent or unpacked.
   *
   * @param bytes positive; at most 1 GiB, as the answer is held in memory
   */
  public HttpQuery atMost(long bytes) {
    if (bytes <= 0 || bytes > 1L << 30) {
      throw new IllegalArgumentException("not from 1 byte to 1 GiB: " + bytes);
    }
    Draft draft = draft();
    draft.mostBytes = bytes;
    return new HttpQuery(draft);
  }

  /**
   * Gives up a try that takes longer.
   *
   * @param patience positive
   */
  public HttpQuery within(Duration patience) {
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("not a positive duration: " + patience);
    }
    Draft draft = draft();
    draft.within = patience;
    return new HttpQuery(draft);
  }

  /** The address without parameters of {@link #parameter}. */
  public URI address() {
    return address;
  }

  /** The parameters in the order in which they are sent, without those of the address itself. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The address with all parameters, {@value #REDACTED} in the place of secrets. */
  public String redactedUrl() {
    return url(false);
  }

  /**
   * The address with all parameters. Not to be shown if there are {@link #secrets()}.
   *
   * @throws IllegalStateException if a secret cannot be looked up
   */
  public String url() {
    return url(true);
  }

  private String url(boolean revealed) {
    String base = address.toASCIIString();
    int fragment = base.indexOf('#');
    StringBuilder url = new StringBuilder(fragment < 0 ? base : base.substring(0, fragment));
    char separator = url.indexOf("?") < 0 ? '?' : '&';
    for (Parameter parameter : parameters) {
      url.append(separator).append(encoded(parameter.name())).append('=');
      url.append(encoded(parameter.text(revealed)));
      separator = '&';
    }
    return url.toString();
  }

  /** The headers without secret ones, by name whatever its case. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The headers whose values are secrets, by name whatever its case. */
  public Map<String, Secret> secretHeaders() {
    return secretHeaders;
  }

  /** All secrets in parameters and headers. */
  public List<Secret> secrets() {
    return secrets;
  }

  /** The media types that are accepted, in lower case; empty means any. */
  public List<String> mediaTypes() {
    return mediaTypes.stream().map(type -> type.toLowerCase(Locale.ROOT)).toList();
  }

  /** The most bytes that the answer may have. */
  public long mostBytes() {
    return mostBytes;
  }

  /** How long one try may take. */
  public Duration within() {
    return within;
  }

  /** The redacted address. */
  @Override
  public String toString() {
    return "GET " + redactedUrl();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String requireHeader(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new IllegalArgumentException("cannot stand in a header: '" + text + "'");
    }
    return text;
  }
}
