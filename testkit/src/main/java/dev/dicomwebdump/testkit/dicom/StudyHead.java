package dev.dicomwebdump.testkit.dicom;

/**
 * What all instances of a study have in common.
 *
 * @param uid Study Instance UID
 * @param patientName Patient's Name
 * @param patientId Patient ID
 * @param date Study Date; empty for none
 */
record StudyHead(String uid, String patientName, String patientId, String date) {}
