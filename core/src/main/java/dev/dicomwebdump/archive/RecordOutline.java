package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.ResourceKind;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of its exchanges, and not of what is in their bodies. Immutable.
 *
 * @param kind which kind of resource was asked for
 * @param outcome what became of it
 * @param problem why it is not complete; null exactly when it is
 * @param exchange the last exchange, with all earlier ones
 */
public record RecordOutline(
    ResourceKind kind, Outcome outcome, @Nullable Problem problem, Exchange exchange) {}
