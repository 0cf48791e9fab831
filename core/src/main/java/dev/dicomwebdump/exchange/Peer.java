package dev.dicomwebdump.exchange;

/**
 * The connection that carried an exchange.
 *
 * @param address the server's IP address, as text
 * @param localPort the port at our end, which names the connection
 * @param reused whether the connection had carried an exchange before
 */
public record Peer(String address, int localPort, boolean reused) {}
