package dev.dicomwebdump.testkit.server;

/**
 * One part of a multipart body.
 *
 * @param contentType its Content-Type, with parameters
 * @param body its payload
 */
record Part(String contentType, Body body) {}
