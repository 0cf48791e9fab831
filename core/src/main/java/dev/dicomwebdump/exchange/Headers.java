package dev.dicomwebdump.exchange;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Header fields in the order in which they were sent, duplicates kept. Immutable.
 *
 * @param fields the fields
 */
public record Headers(List<Header> fields) implements Iterable<Header> {

  /** No fields at all. */
  public static final Headers NONE = new Headers(List.of());

  public Headers {
    fields = List.copyOf(fields);
  }

  /** The value of the first field of that name, or null; names ignore case. */
  public @Nullable String first(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).is(name)) {
        return fields.get(i).value();
      }
    }
    return null;
  }

  /** These fields without those of that name, and with one such field at the end. */
  public Headers with(String name, String value) {
    List<Header> changed = new ArrayList<>(without(name).fields);
    changed.add(new Header(name, value));
    return new Headers(changed);
  }

  /** These fields without those of that name. */
  public Headers without(String name) {
    return new Headers(fields.stream().filter(field -> !field.is(name)).toList());
  }

  /** Whether there are no fields. */
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  @Override
  public Iterator<Header> iterator() {
    return fields.iterator();
  }
}
