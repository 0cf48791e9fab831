package dev.dicomwebdump.dicomjson;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was kept of one dataset of a document: the values of some top-level attributes, and where
 * values lie that the document does not hold. Immutable.
 */
public final class Dataset {

  private static final Pattern INTEGER = Pattern.compile("([+-]?[0-9]{1,18})(\\.0*)?");

  private final long position;
  private final Map<Attribute, @Nullable String> values;
  private final BulkReferences bulk;

  Dataset(long position, EnumMap<Attribute, @Nullable String> values, BulkReferences bulk) {
    this.position = position;
    this.values = Collections.unmodifiableMap(values);
    this.bulk = bulk;
  }

  /** Which dataset of its document it is, from 1. */
  public long position() {
    return position;
  }

  /** Whether it has none of the attributes that are kept, and so tells nothing. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The attributes, of any depth, whose values lie elsewhere. */
  public BulkReferences bulk() {
    return bulk;
  }

  /** Whether the attribute is there, with or without a value. */
  public boolean has(Attribute attribute) {
    return values.containsKey(attribute);
  }

  /**
   * The first value as text (of Modalities in Study all, with backslashes between), without blanks
   * and NULs around it; a JSON number as it is written. Null when the attribute is absent, when its
   * first value is empty or neither text nor number, and for pixel data.
   */
  public @Nullable String string(Attribute attribute) {
    return values.get(attribute);
  }

  /**
   * The values of an attribute of which all are kept, such as Modalities in Study, as they are
   * written; empty when there is none. Of others, the first one.
   */
  public List<String> strings(Attribute attribute) {
    String values = string(attribute);
    return values == null ? List.of() : List.of(values.split("\\\\"));
  }

  /**
   * The first value as a whole number, from a JSON number or from text. Empty when there is no
   * value, or none that is a whole number of at most 18 digits.
   */
  public OptionalLong integer(Attribute attribute) {
    String value = string(attribute);
    Matcher matcher = INTEGER.matcher(value == null ? "" : value);
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }
}
