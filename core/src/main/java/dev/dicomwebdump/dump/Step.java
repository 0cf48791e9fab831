package dev.dicomwebdump.dump;

/** What a cursor names next: a resource to ask for, or a cursor over the level below. */
sealed interface Step permits Task.Ask, WorkCursor {}
