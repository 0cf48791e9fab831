package dev.dicomwebdump.transport;

/** The transports that must work alike. */
enum Kind {
  OURS,
  OKHTTP;

  Transport open(TransportSettings settings) {
    return this == OURS ? new HttpTransport(settings) : new OkHttpTransport(settings);
  }
}
