package dev.dicomwebdump.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The way of one resource down its {@link AcceptLadder}. Used by one thread. */
final class LadderWalk {

  /**
   * A step that was refused.
   *
   * @param accept the step's Accept header
   * @param status what it was answered with, at last
   */
  record Refusal(String accept, int status) {

    /** Whether the status speaks of the Accept header itself: 406 or 415. */
    boolean isOfTheStep() {
      return status == 406 || status == 415;
    }
  }

  private final AcceptLadder ladder;
  private final List<Refusal> refusals = new ArrayList<>();
  private int step;
  private boolean ended;

  LadderWalk(AcceptLadder ladder, int start) {
    this.ladder = ladder;
    this.step = start;
  }

  /** The Accept header of the present step. */
  String accept() {
    return ladder.accept(step);
  }

  /** The present step. */
  int step() {
    return step;
  }

  /** The steps that were left since they were refused, in order. */
  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** Goes to the next step when that status calls for it, and says whether it did. */
  boolean descend(int status) {
    OptionalInt next = ended ? OptionalInt.empty() : ladder.below(step, status);
    if (next.isEmpty()) {
      return false;
    }
    refusals.add(new Refusal(accept(), status));
    step = next.getAsInt();
    // A server that fails is asked in one other way, not in five.
    ended = status == 500;
    return true;
  }
}
