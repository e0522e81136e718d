package org.muscat.engine.panel.sensitivity;

import java.util.Arrays;
import org.muscat.engine.panel.Samples;

/** The formulas of the peer package, to show what they give. Not those of the engine. */
final class Peer {

  private final double[] responses;
  private final int rows;

  Peer(double[] responses, int factors) {
    this.responses = responses;
    this.rows = responses.length / (factors + 2);
  }

  /** {@code mean(yB (yABi - yA)) / V}: not centred. */
  double first(int factor) {
    return Samples.mean(firstTerms(factor)) / variance();
  }

  double total(int factor) {
    return Samples.mean(totalTerms(factor)) / (2 * variance());
  }

  double variance() {
    double spread = Samples.standardDeviation(Arrays.copyOf(responses, 2 * rows));
    return spread * spread;
  }

  double[] firstTerms(int factor) {
    double[] terms = new double[rows];
    for (int row = 0; row < rows; row++) {
      terms[row] = responses[rows + row] * (mixed(factor, row) - responses[row]);
    }
    return terms;
  }

  double[] totalTerms(int factor) {
    double[] terms = new double[rows];
    for (int row = 0; row < rows; row++) {
      terms[row] = Math.pow(responses[row] - mixed(factor, row), 2);
    }
    return terms;
  }

  private double mixed(int factor, int row) {
    return responses[(factor + 2) * rows + row];
  }
}
