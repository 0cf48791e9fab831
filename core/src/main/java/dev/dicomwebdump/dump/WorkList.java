package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.Shortfall;
import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do, as a stack of open cursors, the deepest first. It holds a cursor for each
 * level and worker, never the children themselves, so that it does not grow with the study. Safe
 * for use by many threads at once.
 */
final class WorkList {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<WorkCursor.Level, Deque<WorkCursor>> cursors =
      new EnumMap<>(WorkCursor.Level.class);
  private final Deque<Task> ended = new ArrayDeque<>();
  private final Set<Task> inHand = new HashSet<>();
  private boolean closed;

  WorkList(WorkCursor first) {
    for (WorkCursor.Level level : WorkCursor.Level.values()) {
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
        Task task = next();
        if (task != null) {
          inHand.add(task);
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
   * A task was carried out.
   *
   * @param children what it brought; null for nothing
   */
  void done(Task task, @Nullable WorkCursor children) {
    lock.lock();
    try {
      inHand.remove(task);
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
    lock.lock();
    try {
      for (Task task : inHand) {
        if (task instanceof Task.Ask ask) {
          shortfalls.add(Shortfall.pending(ask.resource()));
        }
      }
      for (WorkCursor cursor = deepest(); cursor != null; cursor = deepest()) {
        level(cursor.level()).remove(cursor);
        giveUp(cursor, shortfalls);
      }
    } finally {
      lock.unlock();
    }
  }

  private static void giveUp(WorkCursor cursor, Shortfalls shortfalls) {
    try (cursor) {
      if (shortfalls.areWanted()) {
        cursor.giveUp(shortfalls);
      }
    } catch (IOException e) {
      throw new OutputException("recorded metadata cannot be read back", e);
    }
  }

  private @Nullable Task next() {
    while (true) {
      if (!ended.isEmpty()) {
        return ended.poll();
      }
      WorkCursor deepest = deepest();
      if (deepest == null) {
        return null;
      }
      Step step = step(deepest);
      if (step instanceof Task.Ask ask) {
        ask.study().hold();
        return ask;
      }
      if (step instanceof WorkCursor cursor) {
        push(cursor);
      } else {
        pop(deepest);
      }
    }
  }

  private static @Nullable Step step(WorkCursor cursor) {
    try {
      return cursor.next();
    } catch (IOException e) {
      throw new OutputException("recorded metadata cannot be read back", e);
    }
  }

  private @Nullable WorkCursor deepest() {
    WorkCursor.Level[] levels = WorkCursor.Level.values();
    for (int i = levels.length - 1; i >= 0; i--) {
      WorkCursor top = level(levels[i]).peek();
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
