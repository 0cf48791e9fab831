package dev.dicomwebdump.archive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object of a JSON document. Who asks for a member that is not there, or of another type, gets a
 * {@link FormatException} that names it; members that nobody asks for are no matter.
 */
final class JsonObject {

  private final String path;
  private final Map<String, @Nullable Object> members;

  /**
   * @param path where the object lies in its document, for messages; empty for the outermost
   * @param members maps, lists, strings, BigDecimals, Booleans and nulls
   */
  JsonObject(String path, Map<String, @Nullable Object> members) {
    this.path = path;
    this.members = members;
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  boolean isNull(String name) throws FormatException {
    return member(name) == null;
  }

  /** Sees that there are such members, whatever is in them. */
  void require(String... names) throws FormatException {
    for (String name : names) {
      member(name);
    }
  }

  String string(String name) throws FormatException {
    return as(String.class, "a string", name, member(name));
  }

  @Nullable String stringOrNull(String name) throws FormatException {
    return member(name) == null ? null : string(name);
  }

  boolean truth(String name) throws FormatException {
    return as(Boolean.class, "true or false", name, member(name));
  }

  BigDecimal number(String name) throws FormatException {
    return as(BigDecimal.class, "a number", name, member(name));
  }

  /**
   * A whole number.
   *
   * @param least the smallest that is good
   */
  long whole(String name, long least) throws FormatException {
    return whole(name, number(name), least);
  }

  /** A list of whole numbers from 1. */
  List<Integer> numbers(String name) throws FormatException {
    List<Integer> numbers = new ArrayList<>();
    for (Object item : items(name)) {
      long number = whole(name, as(BigDecimal.class, "a list of numbers", name, item), 1);
      numbers.add(Math.toIntExact(number));
    }
    return numbers;
  }

  JsonObject object(String name) throws FormatException {
    return object(name, member(name));
  }

  @Nullable JsonObject objectOrNull(String name) throws FormatException {
    return member(name) == null ? null : object(name);
  }

  List<JsonObject> objects(String name) throws FormatException {
    List<JsonObject> objects = new ArrayList<>();
    for (Object item : items(name)) {
      objects.add(object(name, item));
    }
    return objects;
  }

  List<@Nullable JsonObject> objectsOrNulls(String name) throws FormatException {
    List<@Nullable JsonObject> objects = new ArrayList<>();
    for (Object item : items(name)) {
      objects.add(item == null ? null : object(name, item));
    }
    return objects;
  }

  List<String> strings(String name) throws FormatException {
    List<String> strings = new ArrayList<>();
    for (Object item : items(name)) {
      strings.add(as(String.class, "a list of strings", name, item));
    }
    return strings;
  }

  List<@Nullable String> stringsOrNulls(String name) throws FormatException {
    List<@Nullable String> strings = new ArrayList<>();
    for (Object item : items(name)) {
      strings.add(item == null ? null : as(String.class, "a list of strings", name, item));
    }
    return strings;
  }

  /** The names of all members, in their order. */
  Iterable<String> names() {
    return members.keySet();
  }

  /** The constant that has the published name which the member holds. */
  <E> E published(String name, E[] constants, Function<E, String> published)
      throws FormatException {
    return published(name, string(name), constants, published);
  }

  /** Those constants whose published names the member lists. */
  <E> List<E> allPublished(String name, E[] constants, Function<E, String> published)
      throws FormatException {
    List<E> found = new ArrayList<>();
    for (String told : strings(name)) {
      found.add(published(name, told, constants, published));
    }
    return found;
  }

  /** That the member is not as it must be. */
  FormatException wrong(String name, String what) {
    return new FormatException(pathOf(name) + " is " + what);
  }

  private <E> E published(String name, String told, E[] constants, Function<E, String> published)
      throws FormatException {
    for (E constant : constants) {
      if (published.apply(constant).equals(told)) {
        return constant;
      }
    }
    throw wrong(name, "not known: " + told);
  }

  private long whole(String name, BigDecimal number, long least) throws FormatException {
    long whole;
    try {
      whole = number.longValueExact();
    } catch (ArithmeticException e) {
      throw wrong(name, "not a whole number");
    }
    if (whole < least) {
      throw wrong(name, "less than " + least);
    }
    return whole;
  }

  private List<@Nullable Object> items(String name) throws FormatException {
    @SuppressWarnings("unchecked") // A list of a document holds what a document holds.
    List<@Nullable Object> items = as(List.class, "a list", name, member(name));
    return items;
  }

  private JsonObject object(String name, @Nullable Object value) throws FormatException {
    @SuppressWarnings("unchecked") // An object's names are strings.
    Map<String, @Nullable Object> object = as(Map.class, "an object", name, value);
    return new JsonObject(pathOf(name), object);
  }

  private @Nullable Object member(String name) throws FormatException {
    if (!has(name)) {
      throw wrong(name, "missing");
    }
    return members.get(name);
  }

  private <T> T as(Class<T> type, String what, String name, @Nullable Object value)
      throws FormatException {
    if (!type.isInstance(value)) {
      throw wrong(name, "not " + what);
    }
    return type.cast(value);
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
