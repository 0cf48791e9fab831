package dev.dicomwebdump.dump;

import dev.dicomwebdump.credentials.Credentials;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A request's options as a summary shows them: none that is or may hold a secret. */
record RunOptions(DumpRequest request) {

  Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("stripMultiPartMimeWrapper", Boolean.toString(request.payloads()));
    shown.put("keep", request.keep().name().toLowerCase(Locale.ROOT));
    shown.put("dicom", Boolean.toString(request.dicom() != null));
    shown.put("pretty", Boolean.toString(request.pretty()));
    shown.put("includeFullInstance", Boolean.toString(request.instances()));
    shown.put("concurrency", concurrency());
    shown.put("interval", request.politeness().interval().toString());
    shown.put("serverFriendly", Boolean.toString(request.politeness().rests()));
    shown.put("abort", Boolean.toString(request.abort()));
    shown.put("retry", Integer.toString(request.retries()));
    shown.put("maxRetryWait", request.maxRetryWait().toString());
    shown.put("outage", request.outage().toString());
    shown.put("compressed", Boolean.toString(request.compressed()));
    shown.put("http2", Boolean.toString(request.transport().http2()));
    shown.put("http2PriorKnowledge", Boolean.toString(request.transport().http2PriorKnowledge()));
    shown.put("connectTimeout", request.transport().connectTimeout().toString());
    shown.put("firstByteTimeout", request.transport().firstByteTimeout().toString());
    shown.put("idleTimeout", request.transport().idleTimeout().toString());
    shown.put("maxTime", String.valueOf(request.transport().maxTime()));
    shown.put("permissions", request.permissions().name().toLowerCase(Locale.ROOT));
    shown.put("onlyFailed", Boolean.toString(request.onlyFailed() != null));
    shown.put("recheck", Boolean.toString(request.rerun().recheck()));
    shown.put("refresh", Boolean.toString(request.rerun().refresh()));
    shown.put("restart", Boolean.toString(request.rerun().restart()));
    shown.put("authorization", request.credentials() == Credentials.NONE ? "none" : "REDACTED");
    return shown;
  }

  private String concurrency() {
    return request.politeness().adaptive() ? "auto" : Integer.toString(request.concurrency());
  }
}
