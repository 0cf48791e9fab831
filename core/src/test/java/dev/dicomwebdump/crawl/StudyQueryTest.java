package dev.dicomwebdump.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyQueryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PatientID=4711                          | PatientID=4711
          ?PatientID=4711                         | PatientID=4711
          00100020=4711&00080061=CT               | 00100020=4711&00080061=CT
          StudyDate=20240101-20240630&PatientID=1 | PatientID=1&StudyDate=20240101-20240630
          00080020=20240229                       | StudyDate=20240229
          StudyDate=20240101-                     | StudyDate=20240101-
          StudyDate=-20240101                     | StudyDate=-20240101
          StudyDate=20240101-20240101             | StudyDate=20240101
          PatientName=DOE^JOHN*                   | PatientName=DOE%5EJOHN*
          PatientName=DOE%5EJOHN                  | PatientName=DOE%5EJOHN
          PatientName=Ünal                        | PatientName=%C3%9Cnal
          PatientName=😀                          | PatientName=%F0%9F%98%80
          StudyDescription=a b+c=d#e              | StudyDescription=a%20b%2Bc%3Dd%23e
          StudyDescription=100%                   | StudyDescription=100%25
          StudyDescription=50%-60%                | StudyDescription=50%25-60%25
          StudyInstanceUID=1.2,1.3                | StudyInstanceUID=1.2,1.3
          00400275.00400009=x                     | 00400275.00400009=x
          fuzzymatching=true&PatientName=x        | fuzzymatching=true&PatientName=x
          """)
  void whatAUserWritesIsTheQueryOfAUrl(String written, String encoded) {
    assertThat(StudyQuery.parse(written)).hasToString(encoded);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                    | Attribute=value
          PatientID=1&&StudyID=2                | Attribute=value
          4711                                  | Attribute=value
          Patient ID=1                          | Attribute=value
          (0010,0020)=1                         | Attribute=value
          PatientID                             | PatientID has no value
          PatientID=                            | PatientID has no value, which would match every study
          PatientID= &StudyID=2                 | PatientID has no value
          StudyDate=                            | StudyDate has no value
          limit=10                              | limit is set by the program itself
          PatientID=1&Offset=2                  | Offset is set by the program itself
          includefield=all                      | includefield is set by the program itself
          patientid=1                           | patientid is written PatientID
          StudyDate=2024-01-01                  | is no range of dates
          StudyDate=today                       | is no range of dates
          StudyDate=-                           | is no range of dates
          StudyDate=2024010120240102            | is no range of dates
          StudyDate=20240101-20240102-20240103  | is no range of dates
          StudyDate=20230229                    | there is no such day: 20230229
          StudyDate=20240102-20240101           | ends before it begins
          StudyDate=20240101&00080020=20240102  | StudyDate stands there twice
          """)
  void whatIsNoQueryIsRefusedInOneLine(String written, String why) {
    assertThatThrownBy(() -> StudyQuery.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains(why)
        .doesNotContain("\n");
  }

  @Test
  void allStudiesNeedNoQuery() {
    assertThat(StudyQuery.ALL.encoded()).isEmpty();
    assertThat(StudyQuery.ALL.withDates(DateRange.parse("20240101-")))
        .hasToString("StudyDate=20240101-");
  }
}
