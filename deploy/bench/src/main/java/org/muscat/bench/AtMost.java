package org.muscat.bench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The target of a benchmark: its median, or another percentile, takes at most this long. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AtMost {

  /** In milliseconds for each operation. */
  double milliseconds();

  /** Which percentile is held to it; other than the median for sampled times only. */
  double percentile() default 50;
}
