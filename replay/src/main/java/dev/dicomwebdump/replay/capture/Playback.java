package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plays the exchanges of each resource in the order in which they were recorded: who asks as the
 * recorder did meets the same failures and redirects, and then the same end. After the last
 * exchange it begins anew. Remembers only resources whose turn has begun and not ended, and where
 * redirects led lately. Safe for use by many threads at once.
 */
final class Playback {

  /** A client that is sent elsewhere asks there at once. */
  private static final int REMEMBERED = 4096;

  private final DumpFiles files;
  private final RedirectTargets targets;
  private final Map<String, Integer> next = new HashMap<>();
  private final Recent<String, DumpRecord> redirected = new Recent<>(REMEMBERED);

  Playback(DumpFiles files, RecordedRoots roots) {
    this.files = files;
    this.targets = new RedirectTargets(roots);
  }

  /** The next answer where a redirect that was played leads to; null elsewhere. */
  @Nullable Answer atTarget(Asking asking) {
    String address = RedirectTargets.address(asking);
    DumpRecord record = redirected.get(address);
    return record == null ? null : next(record, asking, address);
  }

  /** The next answer of a resource; null where nothing was recorded with that Accept. */
  @Nullable Answer atResource(DumpRecord record, Asking asking) {
    return record.exchange().earlier().isEmpty() ? null : next(record, asking, null);
  }

  /**
   * @param address where a redirect led; null for where the resource was asked for first
   */
  private @Nullable Answer next(DumpRecord record, Asking asking, @Nullable String address) {
    ExchangeAnswers exchanges = files.exchanges(record);
    String name = Layout.filesOf(record.resource()).body();
    int number = take(name, record, exchanges, asking.accept(), address);
    return number < 0 ? null : played(record, exchanges, number, asking.origin());
  }

  private synchronized int take(
      String name,
      DumpRecord record,
      ExchangeAnswers exchanges,
      String accept,
      @Nullable String address) {
    int first = next.getOrDefault(name, 0);
    for (int i = 0; i < exchanges.count(); i++) {
      int number = (first + i) % exchanges.count();
      if (isPlayable(exchanges, number)
          && accept.equals(exchanges.accept(number))
          && targets.isAt(record, exchanges.exchange(number), address)) {
        goOnAfter(name, number, exchanges.count());
        return number;
      }
    }
    return -1;
  }

  private void goOnAfter(String name, int number, int count) {
    if (number == count - 1) {
      next.remove(name);
    } else {
      next.put(name, number + 1);
    }
  }

  /** A server that is up cannot refuse connections; and the recorder's own end was none of it. */
  private static boolean isPlayable(ExchangeAnswers exchanges, int number) {
    Exchange exchange = exchanges.exchange(number);
    boolean wasConnected = exchange.peer() != null;
    return exchange.response() != null
        || number == exchanges.count() - 1
        || (wasConnected && !exchange.failedBy(Problem.Kind.CANCELLED));
  }

  /** A redirect leads to where the exchange after it is played, never out of here. */
  private Answer played(DumpRecord record, ExchangeAnswers exchanges, int number, String origin) {
    Answer answer = exchanges.answer(number);
    String location = answer.header("Location");
    ResponseHead head = exchanges.exchange(number).response();
    if (head == null || !head.isRedirect() || location == null) {
      return answer;
    }
    boolean wasFollowed = number < exchanges.count() - 1;
    URI target =
        wasFollowed
            ? exchanges.exchange(number + 1).request().url()
            : RedirectTargets.resolve(exchanges.exchange(number).request().url(), location);
    if (target == null) {
      return answer;
    }
    if (wasFollowed && !target.equals(record.firstRequest().url())) {
      redirected.put(targets.address(target), record);
    }
    return withLocation(answer, targets.location(location, origin, target));
  }

  private static Answer withLocation(Answer answer, String location) {
    List<Header> headers =
        answer.headers().stream()
            .map(each -> each.is("Location") ? new Header(each.name(), location) : each)
            .toList();
    return answer.with(headers, answer.content(), answer.length());
  }
}
