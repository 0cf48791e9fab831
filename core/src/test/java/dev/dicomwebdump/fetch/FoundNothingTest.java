package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.SearchPage;
import org.junit.jupiter.api.Test;

class FoundNothingTest {

  private static final Resource SEARCH = Resource.studiesSearch(new SearchPage(1, "limit=1"));

  @Test
  void noContentIsAnAnswerToASearchOnly() throws InterruptedException {
    assertThat(new Fixture(Answer.status(204)).fetch(SEARCH).problem()).isNull();
    assertThat(new Fixture(Answer.status(204)).fetch(Fixture.METADATA).problem())
        .isNotNull()
        .returns(Problem.Kind.STATUS, problem -> problem.kind());
  }

  @Test
  void whatHappenedOnTheWireStillCounts() throws InterruptedException {
    Fixture fixture = new Fixture(Answer.status(204).with(Problem.Kind.TIMEOUT));

    assertThat(fixture.fetch(SEARCH).failedBy(Problem.Kind.TIMEOUT)).isTrue();
  }
}
