package dev.dicomwebdump.benchmarks;

import dev.dicomwebdump.benchmarks.contender.Job;
import dev.dicomwebdump.benchmarks.trial.Measurement;

/** A dump that found out what is asked for: the job with its paths, and how it went. */
record Scouted(Job job, Measurement measured) {}
