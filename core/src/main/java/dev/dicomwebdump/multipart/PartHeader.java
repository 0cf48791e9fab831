package dev.dicomwebdump.multipart;

/**
 * One header field of a part as it was sent, its bytes read as ISO-8859-1. A folded field is one
 * line, joined by a blank.
 *
 * @param name the name, in the case in which it was sent
 * @param value the value, without the blanks around it
 */
public record PartHeader(String name, String value) {}
