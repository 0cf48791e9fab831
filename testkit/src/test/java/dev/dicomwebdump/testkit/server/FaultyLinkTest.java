package dev.dicomwebdump.testkit.server;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.RawConnection.End;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultyLinkTest {
  private static final String INSTANCE = "/studies/2.999.1/series/2.999.1.1/instances/2.999.1.1.1";

  private final FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small());

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void aSoundLinkServesEveryProtocol(WireProtocol protocol) throws Exception {
    try (FakeDicomWebServer other =
            FakeDicomWebServer.builder()
                .study(SyntheticStudies.small())
                .protocol(protocol)
                .start();
        FaultyLink link = FaultyLink.to(other.rootUrl(), LinkPlan.first());
        TestClient client = new TestClient(other, protocol)) {
      assertThat(client.get(instance(link)).body())
          .isEqualTo(client.get(other.url(INSTANCE)).body());
      assertThat(link.connections()).isEqualTo(1);
      assertThat(link.faults()).isZero();
    }
  }

  @Test
  void aCutIsAnOrderlyEndAfterSoManyBytes() throws Exception {
    try (FaultyLink link = link(LinkFault.cutAfter(200));
        RawConnection connection = asking(link)) {
      assertThat(connection.readToEnd()).isEqualTo(End.CLOSED);
      assertThat(connection.head().length() + connection.body().length).isEqualTo(200);
      assertThat(link.faults()).isEqualTo(1);
    }
  }

  @Test
  void aResetIsNone() throws Exception {
    try (FaultyLink link = link(LinkFault.resetAfter(200));
        RawConnection connection = asking(link)) {
      assertThat(connection.readToEnd()).isEqualTo(End.RESET);
    }
  }

  @Test
  void aStallHoldsTheConnection() throws Exception {
    try (FaultyLink link = link(LinkFault.stallAfter(200));
        RawConnection connection = asking(link)) {
      int head = headLength();
      assertThat(connection.readThenListen(200 - head)).isEqualTo(End.SILENT);
      assertThat(connection.body()).hasSize(200 - head);
    }
  }

  @Test
  void silenceEndsWhenTheLinkIsClosed() throws Exception {
    FaultyLink link = link(LinkFault.silence());
    try (RawConnection connection = asking(link)) {
      server.awaitRequests(any(), 1);
      link.close();
      assertThat(connection.readToEnd()).isNotEqualTo(End.SILENT);
      assertThat(connection.head()).isEmpty();
    }
  }

  @Test
  void anAbsentServerRefusesConnections() throws Exception {
    try (FaultyLink link = link(LinkFault.absentAfter(200, Duration.ofHours(1)));
        RawConnection connection = asking(link)) {
      assertThat(connection.readToEnd()).isEqualTo(End.RESET);
      assertThatThrownBy(() -> asking(link)).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void anAbsentServerComesBack() throws Exception {
    try (FaultyLink link = link(LinkFault.absentAfter(200, Duration.ZERO));
        RawConnection connection = asking(link)) {
      assertThat(connection.readToEnd()).isEqualTo(End.RESET);
      try (TestClient client = new TestClient(server, WireProtocol.HTTP_1_1)) {
        assertThat(getWhenBack(client, link).status()).isEqualTo(200);
      }
    }
  }

  /** That the port is open again cannot be told but by trying. */
  private static TestClient.Reception getWhenBack(TestClient client, FaultyLink link)
      throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (true) {
      try {
        return client.get(instance(link));
      } catch (ConnectException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
      }
    }
  }

  @Test
  void aSlowLinkLosesNothing() throws Exception {
    try (FaultyLink link = link(LinkFault.slow(100, Duration.ofMillis(1)));
        TestClient client = new TestClient(server, WireProtocol.HTTP_1_1)) {
      assertThat(client.get(instance(link)).body())
          .isEqualTo(client.get(server.url(INSTANCE)).body());
      assertThat(link.faults()).isZero();
    }
  }

  @Test
  void onlyTheFirstConnectionsAreBad() throws Exception {
    try (FaultyLink link = link(LinkFault.silence());
        RawConnection silent = asking(link);
        TestClient client = new TestClient(server, WireProtocol.HTTP_1_1)) {
      assertThat(client.get(instance(link)).status()).isEqualTo(200);
      assertThat(silent.head()).isEmpty();
      assertThat(link.connections()).isEqualTo(2);
    }
  }

  @Test
  void plansAreTheSameEachTime() {
    LinkFault[] faults = {LinkFault.none(), LinkFault.silence(), LinkFault.cutAfter(1)};

    assertThat(drawn(LinkPlan.inTurn(faults), 7))
        .containsExactly(
            faults[0], faults[1], faults[2], faults[0], faults[1], faults[2], faults[0]);
    assertThat(drawn(LinkPlan.seeded(7, faults), 100))
        .isEqualTo(drawn(LinkPlan.seeded(7, faults), 100))
        .isNotEqualTo(drawn(LinkPlan.seeded(8, faults), 100))
        .contains(faults);
  }

  private static List<LinkFault> drawn(LinkPlan plan, int connections) {
    return IntStream.range(0, connections).mapToObj(plan::of).toList();
  }

  private FaultyLink link(LinkFault first) throws Exception {
    return FaultyLink.to(server.rootUrl(), LinkPlan.first(first));
  }

  private static RawConnection asking(FaultyLink link) throws Exception {
    return new RawConnection(instance(link)).get(instance(link));
  }

  private static URI instance(FaultyLink link) {
    return URI.create(link.rootUrl() + INSTANCE);
  }

  private int headLength() throws Exception {
    URI url = server.url(INSTANCE);
    try (RawConnection connection = new RawConnection(url).get(url)) {
      connection.readThenListen(0);
      return connection.head().length();
    }
  }
}
