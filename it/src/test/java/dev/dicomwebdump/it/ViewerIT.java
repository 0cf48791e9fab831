package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The viewer OHIF, in a browser, shows a study of a replay. */
class ViewerIT {
  private static final SyntheticStudy STUDY = SyntheticStudies.largePhantom();

  /** Edges are drawn a little softer or a pixel further. */
  private static final double CLOSE = 12;

  @TempDir private Path temp;

  @Test
  void showsTheImageThatWasDumped() throws Exception {
    BrowserClients clients = BrowserClients.install();
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(STUDY)) {
      Dump dump = Dump.of(server, STUDY, temp.resolve("dump"));
      assertThat(dump.exitCode()).as(dump.result().stderr()).isZero();
    }
    try (ServedDump served = ServedDump.of(temp.resolve("dump"))) {
      Path screenshot = BrowserClients.TARGET.resolve("viewer.png");
      JsonNode view =
          clients.run("view-in-ohif.js", served.root(), STUDY.uid(), screenshot.toString());

      assertThat(view.at("/refused")).as(view.at("/asked").toString()).isEmpty();
      assertThat(GreyFields.of(picture(view.at("/image").textValue())))
          .containsExactly(expected(), within(CLOSE));
    }
  }

  /** The slice that lies highest, which OHIF shows first, through the window of its metadata. */
  private static double[] expected() {
    return GreyFields.of(STUDY.instances().get(2).frame(1), 256, -1024, -500, 800);
  }

  private static BufferedImage picture(String dataUrl) throws IOException {
    byte[] png = Base64.getDecoder().decode(dataUrl.substring(dataUrl.indexOf(',') + 1));
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
