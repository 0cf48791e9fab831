package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.Shortfall;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do, as a stack of open cursors, the deepest first. It holds a cursor for each
 * level and worker, never the children themselves, so that it does not grow with the study. Safe
 * for use by many threads at once.
 */
final class WorkList {

  private static final WorkCursor.Level[] LEVELS = WorkCursor.Level.values();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<WorkCursor.Level, Deque<WorkCursor>> cursors =
      new EnumMap<>(WorkCursor.Level.class);
  private final Deque<Task> ended = new ArrayDeque<>();
  private final Set<Task> inHand = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Resource> asked = new HashSet<>();
  private final Deque<Task.Ask> waiting = new ArrayDeque<>();
  private boolean closed;

  WorkList(WorkCursor first) {
    for (WorkCursor.Level level : LEVELS) {
      cursors.put(level, new ArrayDeque<>());
    }
    push(first);
  }

  /**
   * The next task; waits while there is none but one in hand may bring some. Each task that is
   * taken must be given back to {@link #done}, unless the list is closed before it was carried out.
   *
   * @return null when all is done, or the list was closed
   * @throws OutputException when recorded metadata cannot be read back
   */
  @Nullable Task take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed) {
        Task task = taken(next());
        if (task != null) {
          return task;
        }
        if (inHand.isEmpty()) {
          return null;
        }
        changed.await();
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next task, without waiting; for one who is alone with the list.
   *
   * @return null when all is done
   * @throws OutputException when recorded metadata cannot be read back
   */
  @Nullable Task poll() {
    lock.lock();
    try {
      return taken(next());
    } finally {
      lock.unlock();
    }
  }

  /** A task is not carried out, so that its study does not come to its end. */
  void drop(Task task) {
    lock.lock();
    try {
      giveBack(task);
    } finally {
      lock.unlock();
    }
  }

  /**
   * A task was carried out.
   *
   * @param children what it brought; null for nothing
   */
  void done(Task task, @Nullable WorkCursor children) {
    lock.lock();
    try {
      giveBack(task);
      if (children != null) {
        push(children);
      }
      if (task instanceof Task.Ask) {
        release(task.study());
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the work: nothing more is given out, and whoever waits goes on. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Tells what was not carried out, and gives back all cursors. To be called when nobody takes
   * tasks any more.
   */
  void giveUp(Shortfalls shortfalls) {
    giveUpAllBut(study -> false, cursor -> {}, shortfalls);
  }

  /**
   * As {@link #giveUp}, but for some studies: what is left of them can be polled, and so can what
   * was in hand.
   *
   * @param keeps whether a study is one of these
   * @param kept hears of their cursors
   */
  void giveUpAllBut(Predicate<StudyRun> keeps, Consumer<WorkCursor> kept, Shortfalls shortfalls) {
    lock.lock();
    try {
      List<Task> begun = new ArrayList<>(inHand);
      begun.forEach(this::giveBack);
      begun.addAll(waiting);
      waiting.clear();
      for (Task task : begun) {
        if (task instanceof Task.Ask ask && keeps.test(ask.study())) {
          waiting.add(ask);
        } else if (task instanceof Task.Ask ask && !ask.study().isListed()) {
          shortfalls.add(Shortfall.pending(ask.resource()));
        }
      }
      for (WorkCursor cursor : deepestFirst()) {
        if (cursor.study() != null && keeps.test(cursor.study())) {
          kept.accept(cursor);
        } else {
          level(cursor.level()).remove(cursor);
          giveUp(cursor, shortfalls);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private static void giveUp(WorkCursor cursor, Shortfalls shortfalls) {
    boolean listed = cursor.study() != null && cursor.study().isListed();
    try (cursor) {
      if (shortfalls.areWanted() && !listed) {
        cursor.giveUp(shortfalls);
      }
    } catch (IOException e) {
      throw new OutputException("recorded metadata cannot be read back", e);
    }
  }

  private @Nullable Task taken(@Nullable Task task) {
    if (task != null) {
      inHand.add(task);
    }
    return task;
  }

  private void giveBack(Task task) {
    inHand.remove(task);
    if (task instanceof Task.Ask ask) {
      asked.remove(ask.resource());
    }
  }

  private @Nullable Task next() {
    while (true) {
      if (!ended.isEmpty()) {
        return ended.poll();
      }
      if (!waiting.isEmpty()) {
        return waitingOrNull();
      }
      WorkCursor deepest = deepest();
      if (deepest == null) {
        return null;
      }
      Step step = step(deepest);
      if (step instanceof Task.Ask ask) {
        ask.study().hold();
        waiting.add(ask);
        return waitingOrNull();
      }
      if (step instanceof WorkCursor cursor) {
        push(cursor);
      } else {
        pop(deepest);
      }
    }
  }

  /** A list of failures may name a resource twice: two at once must not write the same files. */
  private @Nullable Task waitingOrNull() {
    Task.Ask first = waiting.element();
    return asked.add(first.resource()) ? waiting.remove() : null;
  }

  private static @Nullable Step step(WorkCursor cursor) {
    try {
      return cursor.next();
    } catch (IOException e) {
      throw new OutputException("recorded metadata cannot be read back", e);
    }
  }

  private List<WorkCursor> deepestFirst() {
    List<WorkCursor> all = new ArrayList<>();
    for (Deque<WorkCursor> level : cursors.values()) {
      all.addAll(0, level);
    }
    return all;
  }

  private @Nullable WorkCursor deepest() {
    for (int i = LEVELS.length - 1; i >= 0; i--) {
      WorkCursor top = level(LEVELS[i]).peek();
      if (top != null) {
        return top;
      }
    }
    return null;
  }

  private Deque<WorkCursor> level(WorkCursor.Level level) {
    Deque<WorkCursor> found = cursors.get(level);
    if (found == null) {
      throw new IllegalStateException("no such level: " + level);
    }
    return found;
  }

  private void push(WorkCursor cursor) {
    if (cursor.study() != null) {
      cursor.study().hold();
    }
    level(cursor.level()).push(cursor);
  }

  private void pop(WorkCursor cursor) {
    level(cursor.level()).remove(cursor);
    closeCursor(cursor);
    if (cursor.study() != null) {
      release(cursor.study());
    }
  }

  private void release(StudyRun study) {
    if (study.release()) {
      ended.add(new Task.EndStudy(study));
    }
  }

  private static void closeCursor(WorkCursor cursor) {
    try {
      cursor.close();
    } catch (IOException e) {
      throw new OutputException("recorded metadata cannot be closed", e);
    }
  }
}
