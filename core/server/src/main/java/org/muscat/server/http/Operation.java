package org.muscat.server.http;

import java.util.List;
import java.util.Optional;

/**
 * What may be asked of one endpoint, as the contract says. Immutable.
 *
 * @param id unique in the contract
 * @param body what is told; empty if nothing is
 */
record Operation(String id, List<Parameter> parameters, Optional<Body> body) {

  Operation {
    parameters = List.copyOf(parameters);
  }

  /**
   * A parameter.
   *
   * @param in {@code path}, {@code query} or {@code header}
   */
  record Parameter(String name, String in, boolean required, Schema schema) {}

  /** A body of JSON. */
  record Body(boolean required, Schema schema) {}

  /** The names of the parameters of the query, in the order of the contract. */
  List<String> queryNames() {
    return parameters.stream()
        .filter(parameter -> parameter.in().equals("query"))
        .map(Parameter::name)
        .toList();
  }
}
