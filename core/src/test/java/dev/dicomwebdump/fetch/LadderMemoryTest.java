package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.resource.Resource;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LadderMemoryTest {

  private static final Predicate<Request> NAMES_SYNTAX =
      request -> FakeTransport.header(request, "Accept").contains("transfer-syntax");

  @ParameterizedTest
  @ValueSource(ints = {406, 415})
  void aStepRefusedByItsOwnStatusIsNotTriedAgain(int status) throws InterruptedException {
    Fixture fixture = refusing(NAMES_SYNTAX, status);

    assertThat(fixture.requestsFor(Fixture.instance(1))).isEqualTo(2);
    assertThat(fixture.requestsFor(Fixture.instance(2))).isEqualTo(1);
  }

  @Test
  void severalStepsAreLeftOutTogether() throws InterruptedException {
    Fixture fixture =
        refusing(request -> FakeTransport.header(request, "Accept").contains("related"), 406);

    assertThat(fixture.requestsFor(Fixture.instance(1))).isEqualTo(4);
    assertThat(fixture.requestsFor(Fixture.instance(2))).isEqualTo(1);
  }

  @Test
  void kindsAreRememberedApart() throws InterruptedException {
    Fixture fixture = refusing(NAMES_SYNTAX, 406);
    fixture.fetch(Fixture.instance(1));

    assertThat(fixture.requestsFor(Fixture.frame(1, 1))).isEqualTo(2);
  }

  @Test
  void aStepThatFailsForThreeInstancesAlikeIsNotTriedAgain() throws InterruptedException {
    Fixture fixture = refusing(NAMES_SYNTAX, 400);

    assertThat(fixture.requestsFor(Fixture.instance(1))).isEqualTo(2);
    assertThat(fixture.requestsFor(Fixture.instance(2))).isEqualTo(2);
    assertThat(fixture.requestsFor(Fixture.instance(3))).isEqualTo(2);
    assertThat(fixture.requestsFor(Fixture.instance(4))).isEqualTo(1);
  }

  @Test
  void aStepThatBreaksTheServerForThreeInstancesIsNotTriedAgain() throws InterruptedException {
    Fixture fixture = refusing(NAMES_SYNTAX, 500);

    for (int instance = 1; instance <= 3; instance++) {
      assertThat(fixture.requestsFor(Fixture.instance(instance))).isEqualTo(3);
    }
    assertThat(fixture.requestsFor(Fixture.instance(4))).isEqualTo(1);
  }

  @Test
  void threeInstancesThatFailDifferentlySayNothing() throws InterruptedException {
    Fixture fixture =
        new Fixture(
            request ->
                !NAMES_SYNTAX.test(request)
                    ? Answer.OK
                    : Answer.status(isAt(request, Fixture.instance(2)) ? 500 : 400));
    for (int instance = 1; instance <= 3; instance++) {
      fixture.fetch(Fixture.instance(instance));
    }

    assertThat(fixture.requestsFor(Fixture.instance(4))).isEqualTo(2);
  }

  @Test
  void oneInstanceAloneDemotesNoOther() throws InterruptedException {
    Fixture fixture = refusing(NAMES_SYNTAX, 400);
    for (int time = 1; time <= 10; time++) {
      fixture.fetch(Fixture.instance(1));
    }

    assertThat(fixture.requestsFor(Fixture.instance(2))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 406, 415, 500})
  void aSuccessProtectsItsStep(int status) throws InterruptedException {
    Fixture fixture =
        refusing(
            NAMES_SYNTAX.and(request -> !request.url().getPath().matches(".*1\\.3\\.(1|9)")),
            status);
    for (int instance = 1; instance <= 8; instance++) {
      fixture.fetch(Fixture.instance(instance));
    }

    assertThat(fixture.requestsFor(Fixture.instance(9))).isEqualTo(1);
    assertThat(fixture.server.accepts().get(fixture.server.requests.size() - 1))
        .contains("transfer-syntax");
  }

  @Test
  void aSuccessThatComesLateProtectsItsStepToo() {
    LadderMemory memory = new LadderMemory();
    AcceptLadder ladder = AcceptLadder.of(Fixture.instance(1), AcceptSettings.USUAL);
    LadderWalk slow = new LadderWalk(ladder, 0);
    LadderWalk refused = new LadderWalk(ladder, 0);
    refused.descend(406);

    memory.learn(Fixture.instance(1), refused);
    assertThat(memory.start(Fixture.instance(3), ladder)).isEqualTo(1);

    memory.learn(Fixture.instance(2), slow);
    assertThat(memory.start(Fixture.instance(3), ladder)).isEqualTo(0);
  }

  @Test
  void aWholeLadderRefusedIsNotRemembered() throws InterruptedException {
    Fixture fixture = refusing(request -> !isAt(request, Fixture.instance(9)), 406);
    for (int instance = 1; instance <= 4; instance++) {
      assertThat(fixture.requestsFor(Fixture.instance(instance))).isEqualTo(6);
    }

    assertThat(fixture.requestsFor(Fixture.instance(9))).isEqualTo(1);
    assertThat(fixture.server.accepts().get(24)).contains("transfer-syntax");
  }

  @Test
  void theFramesOfAnInstanceFollowThreeThatFellAlike() throws InterruptedException {
    Fixture fixture =
        refusing(NAMES_SYNTAX.and(request -> request.url().getPath().contains("/1.3.1/")), 400);

    assertThat(fixture.requestsFor(Fixture.frame(1, 1))).isEqualTo(2);
    assertThat(fixture.requestsFor(Fixture.frame(1, 2))).isEqualTo(2);
    assertThat(fixture.requestsFor(Fixture.frame(1, 3))).isEqualTo(2);
    assertThat(fixture.requestsFor(Fixture.frame(1, 4))).isEqualTo(1);
    assertThat(fixture.requestsFor(Fixture.frame(2, 1))).isEqualTo(1);
    assertThat(fixture.server.accepts().get(7)).contains("transfer-syntax");
  }

  @Test
  void theFramesOfAnInstanceFollowOneWhoseStepWasRefused() throws InterruptedException {
    Fixture fixture =
        refusing(NAMES_SYNTAX.and(request -> request.url().getPath().contains("/1.3.1/")), 406);
    fixture.fetch(Fixture.frame(2, 1));

    assertThat(fixture.requestsFor(Fixture.frame(1, 1))).isEqualTo(2);
    assertThat(fixture.requestsFor(Fixture.frame(1, 2))).isEqualTo(1);
    assertThat(fixture.requestsFor(Fixture.frame(2, 2))).isEqualTo(1);
  }

  @Test
  void onlyTheLastThousandInstancesAreRemembered() throws InterruptedException {
    Fixture fixture =
        refusing(NAMES_SYNTAX.and(request -> !request.url().getPath().endsWith("/frames/1")), 406);
    fixture.fetch(Fixture.frame(1, 1));
    for (int instance = 1; instance <= 1025; instance++) {
      assertThat(fixture.requestsFor(Fixture.frame(instance, 2))).isEqualTo(2);
    }

    assertThat(fixture.requestsFor(Fixture.frame(1025, 3))).isEqualTo(1);
    assertThat(fixture.requestsFor(Fixture.frame(1, 3))).isEqualTo(2);
  }

  private static boolean isAt(Request request, Resource resource) {
    return request.url().equals(Fixture.ROOT.urlOf(resource));
  }

  private static Fixture refusing(Predicate<Request> refused, int status) {
    return new Fixture(request -> refused.test(request) ? Answer.status(status) : Answer.OK);
  }
}
