package dev.dicomwebdump.testkit.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DicomJsonTest {
  private static final SyntheticStudy SMALL = SyntheticStudies.small();

  @Test
  void aReportIsWrittenToTheLetter() {
    assertThat(SMALL.series().get(2).instances().get(0).dicomJson(""))
        .isEqualTo(
            """
            {"00080005":{"vr":"CS","Value":["ISO_IR 192"]},
            "00080016":{"vr":"UI","Value":["1.2.840.10008.5.1.4.1.1.88.33"]},
            "00080018":{"vr":"UI","Value":["2.999.1.3.1"]},
            "00080020":{"vr":"DA","Value":["20260101"]},
            "00080023":{"vr":"DA","Value":["20260101"]},
            "00080030":{"vr":"TM","Value":["120000"]},
            "00080033":{"vr":"TM","Value":["120000"]},
            "00080050":{"vr":"SH"},
            "00080060":{"vr":"CS","Value":["SR"]},
            "00080090":{"vr":"PN"},
            "00100010":{"vr":"PN","Value":[{"Alphabetic":"Synthétique^Étude"}]},
            "00100020":{"vr":"LO","Value":["TESTKIT"]},
            "00100030":{"vr":"DA"},
            "00100040":{"vr":"CS","Value":["O"]},
            "0020000D":{"vr":"UI","Value":["2.999.1"]},
            "0020000E":{"vr":"UI","Value":["2.999.1.3"]},
            "00200010":{"vr":"SH","Value":["1"]},
            "00200011":{"vr":"IS","Value":[3]},
            "00200013":{"vr":"IS","Value":[1]},
            "0040A040":{"vr":"CS","Value":["CONTAINER"]},
            "0040A043":{"vr":"SQ","Value":[{"00080100":{"vr":"SH","Value":["121111"]},\
            "00080102":{"vr":"SH","Value":["DCM"]},"00080104":{"vr":"LO","Value":["Summary"]}}]},
            "0040A050":{"vr":"CS","Value":["SEPARATE"]},
            "0040A491":{"vr":"CS","Value":["COMPLETE"]},
            "0040A493":{"vr":"CS","Value":["UNVERIFIED"]}}"""
                .replace("\n", ""));
  }

  @Test
  void nativePixelsAreAReference() {
    assertThat(SMALL.series().get(0).instances().get(2).dicomJson("http://host/root"))
        .contains("\"00280008\":{\"vr\":\"IS\",\"Value\":[3]}")
        .contains("\"00280010\":{\"vr\":\"US\",\"Value\":[7]}")
        .contains(
            "\"7FE00010\":{\"vr\":\"OB\",\"BulkDataURI\":\"http://host/root/studies/2.999.1/series/"
                + "2.999.1.1/instances/2.999.1.1.3/bulkdata/7FE00010\"}");
  }

  @Test
  void pixelsOfAnImplicitVrAreWords() {
    assertThat(SMALL.series().get(0).instances().get(1).dicomJson(""))
        .contains("\"7FE00010\":{\"vr\":\"OW\"");
  }

  @Test
  void encapsulatedPixelsAreLeftOut() {
    assertThat(SMALL.series().get(1).instances().get(0).dicomJson("")).doesNotContain("7FE00010");
  }

  @Test
  void aDocumentIsAReference() {
    assertThat(SMALL.series().get(2).instances().get(1).dicomJson(""))
        .contains(
            "\"00420011\":{\"vr\":\"OB\",\"BulkDataURI\":\"/studies/2.999.1/series/2.999.1.3/instances"
                + "/2.999.1.3.2/bulkdata/00420011\"}");
  }

  @Test
  void decimalsAreNumbers() {
    assertThat(SyntheticStudies.largePhantom().instances().get(0).dicomJson(""))
        .contains("\"00280030\":{\"vr\":\"DS\",\"Value\":[0.75,0.75]}");
  }
}
