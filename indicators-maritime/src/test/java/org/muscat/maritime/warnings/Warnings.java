package org.muscat.maritime.warnings;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.muscat.testkit.StubAnswer;

/** Made-up answers in the shape of the NGA's. */
final class Warnings {

  private Warnings() {}

  /** One warning of HYDROPAC of this number, issued on 2025-04-15. */
  static String hydropac(int number, String text) {
    return """
        {"msgYear":2025,"msgNumber":%d,"navArea":"P","subregion":"62","text":"%s","status":"A",
         "issueDate":"150429Z APR 2025","authority":"made up","cancelDate":null}"""
        .formatted(number, text);
  }

  static StubAnswer answer(String... warnings) {
    return StubAnswer.json(
        Arrays.stream(warnings).collect(Collectors.joining(",", "{\"broadcast-warn\":[", "]}")));
  }
}
