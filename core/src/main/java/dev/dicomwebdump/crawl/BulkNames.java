package dev.dicomwebdump.crawl;

import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.dicomjson.BulkReference;
import dev.dicomwebdump.dicomjson.Dataset;
import dev.dicomwebdump.resource.AttributePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The values of one instance that lie elsewhere. Immutable.
 *
 * @param named those that have a place in a dump
 * @param unusable how many more there are: too many, or too deep in the instance
 */
public record BulkNames(List<BulkName> named, long unusable) {

  /** No value lies elsewhere. */
  public static final BulkNames NONE = new BulkNames(List.of(), 0);

  private static final String ENCAPSULATED_DOCUMENT = "00420011";

  public BulkNames {
    named = List.copyOf(named);
  }

  static BulkNames of(Dataset dataset) {
    List<BulkName> named = new ArrayList<>();
    long unusable = dataset.bulk().omitted();
    for (BulkReference reference : dataset.bulk().named()) {
      AttributePath path = AttributePath.orNull(reference.path());
      if (path == null) {
        unusable++;
      } else {
        named.add(new BulkName(path, reference.uri(), mediaType(path, dataset)));
      }
    }
    return named.isEmpty() && unusable == 0 ? NONE : new BulkNames(named, unusable);
  }

  /** PS3.3 section C.24.2: an encapsulated document says what it is. */
  private static @Nullable String mediaType(AttributePath path, Dataset dataset) {
    String told = dataset.string(Attribute.ENCAPSULATED_DOCUMENT_TYPE);
    boolean document = path.value().equals(ENCAPSULATED_DOCUMENT);
    return document && told != null && told.matches("[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+")
        ? told.toLowerCase(Locale.ROOT)
        : null;
  }
}
