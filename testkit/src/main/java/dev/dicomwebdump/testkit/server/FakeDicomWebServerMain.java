package dev.dicomwebdump.testkit.server;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import java.io.IOException;
import java.io.OutputStream;

/** Serves {@link SyntheticStudies#small} until standard input ends. */
public final class FakeDicomWebServerMain {
  private FakeDicomWebServerMain() {}

  /** Prints the root URL, then the study's UID, each on a line; takes no arguments. */
  public static void main(String[] args) throws IOException {
    SyntheticStudy study = SyntheticStudies.small();
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(study)) {
      System.out.println(server.rootUrl());
      System.out.println(study.uid());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
