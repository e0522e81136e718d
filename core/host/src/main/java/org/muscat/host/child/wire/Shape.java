package org.muscat.host.child.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a record is taken apart and made again. Looked up once for each class. */
final class Shape {

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return new Shape(type);
        }
      };

  private final Constructor<?> constructor;
  private final List<Method> accessors = new ArrayList<>();
  private final List<Type> types = new ArrayList<>();

  private Shape(Class<?> record) {
    RecordComponent[] components = record.getRecordComponents();
    Class<?>[] parameters =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      constructor = record.getDeclaredConstructor(parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has its constructor", e);
    }
    constructor.setAccessible(true);
    for (RecordComponent component : components) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      accessors.add(accessor);
      types.add(component.getGenericType());
    }
  }

  static Shape of(Class<?> record) {
    return SHAPES.get(record);
  }

  /** The types of the components, in their order. */
  List<Type> types() {
    return types;
  }

  Object component(Object record, int index) {
    try {
      return accessors.get(index).invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record cannot be read: " + record.getClass(), e);
    }
  }

  /**
   * Makes a record.
   *
   * @throws GarbledException if its constructor refuses the values
   */
  Object make(Object[] values) throws GarbledException {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new GarbledException(
          "no " + constructor.getDeclaringClass().getSimpleName() + ": " + e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record cannot be made: " + constructor, e);
    }
  }
}
