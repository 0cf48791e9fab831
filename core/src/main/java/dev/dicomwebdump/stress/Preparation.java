package dev.dicomwebdump.stress;

import dev.dicomwebdump.archive.Unread;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.fetch.SingleFetcher;
import dev.dicomwebdump.proof.JudgedResponse;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds out what a run can ask for, and in which order. Used by one thread. */
final class Preparation {

  private final StressSettings settings;
  private final Consumer<String> warnings;
  private final ByteSize maxBody;

  /**
   * @param warnings hears, in a line each, of what is left out
   */
  Preparation(StressSettings settings, Consumer<String> warnings) {
    this.settings = settings;
    this.warnings = warnings;
    this.maxBody = settings.transport().maxBody();
  }

  /**
   * The requests of the run.
   *
   * @param negotiating asks as a dump does
   * @param single asks as the run will
   * @throws CannotStressException when there is nothing to ask for, or nobody who answers
   */
  AskList list(Fetcher negotiating, SingleFetcher single) throws InterruptedException {
    AskCollector found = new AskCollector(AskCollector.MOST_OF_A_KIND, settings.seed());
    if (settings.capture() == null) {
      collect(found, negotiating);
      return new LearntAccepts(negotiating, maxBody, warnings).of(required(found.list()));
    }
    Unread unread = collect(found, settings.capture());
    AskList list = required(found.list()).withUnread(unread.count());
    requireServer(list.asks().get(0), single);
    return list;
  }

  /** The order in which the requests are made. */
  AskSource source(AskList list) {
    if (settings.pattern() == Pattern.VIEWER) {
      return new RoundSource(ViewerOrder.of(list.asks()));
    }
    List<Mix.Share> shares = settings.mix().shares();
    if (shares.isEmpty() && !list.isSample()) {
      return new RoundSource(list.asks());
    }
    WeightedSource source = new WeightedSource(settings.seed());
    if (shares.isEmpty()) {
      list.found().forEach((kind, found) -> source.add(list.of(Set.of(kind)), found));
    }
    for (Mix.Share share : shares) {
      source.add(list.of(share.name().kinds()), share.weight());
    }
    return source;
  }

  private Unread collect(AskCollector found, Path capture) {
    Set<ResourceKind> kinds =
        settings.pattern() == Pattern.VIEWER ? Pattern.OF_A_VIEWER : settings.mix().kindsOrAll();
    Set<Uid> studies = new HashSet<>(settings.studies());
    CaptureAsks asks =
        new CaptureAsks(
            capture,
            settings.root(),
            studies,
            kinds,
            settings.fetch().accept().given(),
            found::add);
    long left = asks.collect();
    if (left > 0) {
      warnings.accept(
          left + " records are left out: not had whole, or bulk data of another server");
    }
    asks.unread().lines("what they are of may not be asked for").forEach(warnings);
    return asks.unread();
  }

  private void collect(AskCollector found, Fetcher fetcher) throws InterruptedException {
    Set<ResourceKind> kinds =
        settings.pattern() == Pattern.VIEWER ? Pattern.OF_A_VIEWER : settings.mix().kindsOrPlain();
    ServerAsks server = new ServerAsks(fetcher, maxBody, new StudyAsks(kinds, found::add));
    Problem first = null;
    for (Uid study : settings.studies()) {
      Problem problem = server.collect(study);
      if (problem != null) {
        warnings.accept("study " + study + " is left out: " + problem.message());
        first = first == null ? problem : first;
      }
    }
    if (first != null && found.list().asks().isEmpty()) {
      throw new CannotStressException("no study could be walked: " + first.message(), false);
    }
  }

  private AskList required(AskList list) {
    if (list.asks().isEmpty()) {
      throw new CannotStressException("there is nothing to ask for", false);
    }
    for (Mix.Share share : settings.mix().shares()) {
      if (list.of(share.name().kinds()).isEmpty()) {
        throw new CannotStressException("there are no " + share.name() + " to ask for", false);
      }
    }
    return list;
  }

  /** That a run were all failures, fast as they are, nobody would want. */
  private void requireServer(Ask ask, SingleFetcher single) throws InterruptedException {
    JudgedResponse response = new JudgedResponse(ask.resource(), ask.pixels(), maxBody);
    Exchange exchange = single.fetch(ask.resource(), ask.accept(), response);
    Refusal.check(exchange);
    @Nullable Problem problem = exchange.problem();
    if (problem != null && exchange.response() == null) {
      throw new CannotStressException("the server does not answer: " + problem.message(), false);
    }
  }
}
