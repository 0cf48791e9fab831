package dev.dicomwebdump.dicomjson;

/**
 * An attribute whose value lies elsewhere: PS3.18 section F.2.6. Immutable.
 *
 * @param path the attribute's tag; in an item of a sequence after the sequence's path and the
 *     item's number, from 1: {@code 00480105.1.00282000}. Tags are eight upper-case hexadecimal
 *     digits
 * @param uri the BulkDataURI as it stands; it need not be a URI
 */
public record BulkReference(String path, String uri) {}
