package dev.dicomwebdump.resource;

import org.jspecify.annotations.Nullable;

/**
 * An instance of a study that is known. Immutable.
 *
 * @param series its series; null when that is not known
 * @param instance its SOP Instance UID
 */
public record InstanceUids(@Nullable Uid series, Uid instance) {}
