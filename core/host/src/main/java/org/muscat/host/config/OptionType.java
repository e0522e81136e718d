package org.muscat.host.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/**
 * The type of an option, taken apart: {@code Optional<List<Path>>} is optional, a list, of paths.
 *
 * @param single what {@link Scalars} reads
 * @param list whether there are several of them
 * @param optional whether nothing needs to be given
 */
record OptionType(Class<?> single, boolean list, boolean optional) {

  /** Takes a type apart; empty if options cannot have it. */
  static Optional<OptionType> of(Type type) {
    Optional<Type> inOptional = argument(type, Optional.class);
    Type given = inOptional.orElse(type);
    Optional<Type> inList = argument(given, List.class);
    return inList.orElse(given) instanceof Class<?> single && Scalars.supports(single)
        ? Optional.of(new OptionType(single, inList.isPresent(), inOptional.isPresent()))
        : Optional.empty();
  }

  /** What stands in the angle brackets. */
  private static Optional<Type> argument(Type type, Class<?> outer) {
    return type instanceof ParameterizedType generic && generic.getRawType() == outer
        ? Optional.of(generic.getActualTypeArguments()[0])
        : Optional.empty();
  }
}
