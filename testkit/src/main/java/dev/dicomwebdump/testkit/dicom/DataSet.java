package dev.dicomwebdump.testkit.dicom;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Data elements in the order of their tags (PS3.5 section 7.1). */
final class DataSet {
  private final SortedMap<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);

  DataSet text(int tag, Vr vr, String... values) {
    return put(new Element.Text(tag, vr, List.of(values)));
  }

  DataSet number(int tag, Vr vr, int value) {
    return put(new Element.Unsigned(tag, vr, value));
  }

  DataSet sequence(int tag, DataSet... items) {
    return put(new Element.Sequence(tag, List.of(items)));
  }

  DataSet put(Element element) {
    elements.put(element.tag(), element);
    return this;
  }

  Collection<Element> elements() {
    return elements.values();
  }
}
