package org.muscat.server.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lets a request pass that fits the contract, and says of any other what is wrong with it. */
final class RequestCheck implements Handler<RoutingContext> {

  private static final String JSON = "application/json";

  private final Operation operation;

  RequestCheck(Operation operation) {
    this.operation = operation;
  }

  @Override
  public void handle(RoutingContext context) {
    List<FieldError> errors = new ArrayList<>();
    unknown(context.queryParams(), errors);
    for (Operation.Parameter parameter : operation.parameters()) {
      check(parameter, values(context, parameter), errors);
    }
    if (!errors.isEmpty()) {
      throw Problem.badRequest(errors);
    }
    operation.body().ifPresent(body -> check(body, context));
    context.next();
  }

  /** A name that is misspelt must not be taken for one that is left out. */
  private void unknown(MultiMap query, List<FieldError> errors) {
    List<String> known = operation.queryNames();
    for (String name : query.names()) {
      if (!known.contains(name)) {
        errors.add(
            FieldError.query(
                name,
                null,
                known.isEmpty()
                    ? "is not known; there are none here"
                    : "is not known; there are " + String.join(", ", known)));
      }
    }
  }

  private static List<String> values(RoutingContext context, Operation.Parameter parameter) {
    String name = parameter.name();
    return switch (parameter.in()) {
      case "path" -> {
        String value = context.pathParam(name);
        yield value == null ? List.of() : List.of(value);
      }
      case "header" -> context.request().headers().getAll(name);
      default -> context.queryParams().getAll(name);
    };
  }

  private static void check(
      Operation.Parameter parameter, List<String> values, List<FieldError> errors) {
    String in = parameter.in();
    String name = parameter.name();
    if (values.isEmpty()) {
      if (parameter.required()) {
        errors.add(new FieldError(in, name, null, "is missing"));
      }
    } else if (values.size() > 1 && in.equals("query")) {
      errors.add(new FieldError(in, name, null, "is given " + values.size() + " times"));
    } else {
      String fault = fault(parameter.schema(), values.get(0));
      if (fault != null) {
        errors.add(new FieldError(in, name, values.get(0), fault));
      }
    }
  }

  /** What is wrong with a text; null if nothing is. */
  private static @Nullable String fault(Schema schema, String text) {
    return switch (schema.type()) {
      case "boolean" ->
          text.equals("true") || text.equals("false") ? null : "is neither true nor false";
      case "integer" ->
          text.matches("-?[0-9]{1,18}")
              ? first(schema.faults(Long.valueOf(text)))
              : "is not a whole number";
      default -> first(schema.faults(text));
    };
  }

  private static @Nullable String first(List<Schema.Fault> faults) {
    return faults.isEmpty() ? null : faults.get(0).message();
  }

  /** A page of another origin cannot send this type without asking first, and is refused then. */
  private static void check(Operation.Body body, RoutingContext context) {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    String bare = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!bare.equals(JSON)) {
      throw Problem.unsupportedType("the Content-Type is " + type + "; send " + JSON);
    }
    Buffer sent = context.body().buffer();
    if (sent == null || sent.length() == 0) {
      if (body.required()) {
        throw Problem.badRequest(new FieldError("body", "", null, "is missing"));
      }
      return;
    }
    List<FieldError> errors =
        body.schema().faults(parsed(sent)).stream()
            .map(fault -> new FieldError("body", fault.pointer(), fault.value(), fault.message()))
            .toList();
    if (!errors.isEmpty()) {
      throw Problem.unprocessable(errors);
    }
  }

  private static @Nullable Object parsed(Buffer sent) {
    try {
      return Json.decodeValue(sent);
    } catch (DecodeException e) {
      throw Problem.badRequest(
          new FieldError("body", "", null, "is not JSON: " + firstLine(e.getMessage())));
    }
  }

  private static String firstLine(@Nullable String text) {
    return String.valueOf(text).lines().findFirst().orElse("");
  }
}
