package example;

import dev.dicomwebdump.dump.DicomwebDump;
import dev.dicomwebdump.dump.DumpRequest;
import dev.dicomwebdump.dump.DumpRequestBuilder;
import dev.dicomwebdump.dump.DumpResult;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Uid;
import java.nio.file.Path;
import java.util.List;

/** Dumps a study into a folder, as the program does. */
class DumpStudy {
  public static void main(String[] args) {
    DumpRequest request =
        new DumpRequestBuilder(DicomWebRoot.parse(args[0]), Path.of(args[2]))
            .studies(List.of(new Uid(args[1])))
            .concurrency(4)
            .build();
    DumpResult result = new DicomwebDump(request, EventListener.NONE, System.err::println).run();
    System.out.println(result.verdict() + ", " + result.overall().dump().frames() + " frames");
  }
}
