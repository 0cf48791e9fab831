package dev.dicomwebdump.testkit.dicom;

/**
 * What all instances of a study have in common.
 *
 * @param uid Study Instance UID
 * @param patientId Patient ID
 * @param date Study Date; empty for none
 */
record StudyHead(String uid, String patientId, String date) {}
