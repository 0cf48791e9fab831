#!/bin/sh
# finish-distribution.sh DIST JAVA_HOME SKIP: the last step of the build of the distribution in the folder DIST. Makes,
# for the Java in JAVA_HOME, the archive of loaded classes that lets the program start faster, unless SKIP is `true`.
# The archive is no part of the program: where it cannot be made, the build goes on with a warning.
set -eu

dist=$1
export JAVA_HOME="$2"
skip=$3

# What the program does while Java looks on: a dump of a study over http, https and HTTP/2. What it uses here starts faster
# later.
train() {
  folder=$PWD/../training
  rm -rf "$folder"
  DICOMWEB_DUMP_OPTS=$1 "$JAVA_HOME/bin/java" -cp 'lib/*' "$build/TrainingServer.java" "$folder/server" \
    bin/dicomweb-dump -w @ROOT@ --cacert @CA@ -s 2.999.1 -o "$folder/dump" -c 4
  rm -rf "$folder"
}

make_archive() {
  # shellcheck source=cli/src/main/dist/lib/find-java.sh
  . lib/find-java.sh
  java_in "$JAVA_HOME" || return
  if [ "$java_feature" -ge 25 ]; then
    archive=lib/startup-$java_runtime.aot
    # Profiles are for the slower compiler, which a dump does without.
    train "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput=$archive" && [ -s "$archive" ]
  else
    archive=lib/startup-$java_runtime.jsa
    train "-XX:ArchiveClassesAtExit=$archive" && [ -s "$archive" ]
  fi
}

build=$(CDPATH='' cd -P -- "$(dirname "$0")" && pwd)
cd "$dist"
rm -f lib/startup-*
# Java knows an archive's jars by size and time. All jars of a reproducible build have the same time, so that it
# would take an archive for one of another build.
touch lib/*.jar
if [ "$skip" != true ] && ! (make_archive) >../startup.log 2>&1; then
  rm -f lib/startup-*
  echo "warning: no start-up archive was made: the program will start more slowly. See $PWD/../startup.log" >&2
fi
# ./dicomweb-dump builds anew when a source is newer than this.
touch ../built
