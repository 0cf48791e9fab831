package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.DigestKind;

/**
 * What was looked at, and what came of it.
 *
 * @param studies how many studies there are; 0 when the folder holds no dump
 * @param records how many records were read
 * @param bytes of records, bodies and payloads that were read
 * @param unkept of how many bodies only the record is there, since the run that had them was to
 *     keep none
 * @param findings how many findings there are
 * @param weakest the weakest kind of digest that a study was dumped with
 */
public record Verified(
    long studies, long records, long bytes, long unkept, long findings, DigestKind weakest) {}
