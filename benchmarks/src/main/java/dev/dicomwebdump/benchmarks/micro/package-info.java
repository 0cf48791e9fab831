/** The three places where a dump spends most of its own time, each alone, under JMH. */
@org.jspecify.annotations.NullMarked
package dev.dicomwebdump.benchmarks.micro;
