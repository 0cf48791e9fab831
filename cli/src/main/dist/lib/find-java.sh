# shellcheck shell=sh
# Finds a Java. To be read with `.` by a POSIX shell; starts no other process where it can do without.

# follow_links FILE: sets `followed` to the file that the symbolic links lead to (macOS has had no `readlink -f`).
follow_links() {
  followed=$1
  while [ -L "$followed" ]; do
    link=$(readlink "$followed") || return 1
    case $link in
      /*) followed=$link ;;
      *) followed=${followed%/*}/$link ;;
    esac
  done
}

# Reads what a JDK's `release` file says, or `java -XshowSettings`, into java_feature (17), java_runtime
# (17.0.15+6-Debian-1deb12u1) and java_home.
read_java_properties() {
  java_version='' java_runtime=''
  while IFS=' =' read -r key value; do
    value=${value#\"}
    value=${value%\"}
    case $key in
      JAVA_VERSION | java.version) java_version=$value ;;
      JAVA_RUNTIME_VERSION | java.runtime.version) java_runtime=$value ;;
      java.home) java_home=$value ;;
    esac
  done
  java_runtime=${java_runtime:-$java_version}
  java_feature=${java_version%%[!0-9]*}
}

# java_at HOME: whether a Java with a `release` file is there.
java_at() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  java_home=$1
  read_java_properties <"$1/release"
}

# java_says COMMAND: asks a java that has no `release` file (a wrapper of jenv or asdf, an unusual build) by starting it.
java_says() {
  java_home=''
  read_java_properties <<EOF
$("$1" -XshowSettings:properties -version 2>&1)
EOF
  [ -n "$java_home" ]
}

# java_in HOME: as java_at, and where there is no `release` file by starting it.
java_in() {
  java_at "$1" || { [ -x "$1/bin/java" ] && java_says "$1/bin/java" && java_home=$1; }
}

# java_fits OLDEST NEWEST TOOL: whether the Java last looked at is in the range and has bin/TOOL.
java_fits() {
  [ "${java_feature:-0}" -ge "$1" ] && [ "$java_feature" -le "$2" ] && [ -x "$java_home/bin/$3" ]
}

# java_on_path: the java that PATH leads to. macOS puts a /usr/bin/java everywhere that only offers to install one.
java_on_path() {
  on_path=$(command -v java) && follow_links "$on_path" || return 1
  java_at "${followed%/bin/java}" && return
  [ "$followed" != /usr/bin/java ] && java_says "$on_path"
}

# find_java OLDEST NEWEST TOOL: sets java_home, java_feature and java_runtime to the first Java that fits:
# JAVA_HOME, then PATH, then the usual folders.
find_java() {
  [ -n "${JAVA_HOME:-}" ] && java_in "$JAVA_HOME" && java_fits "$@" && return
  java_on_path && java_fits "$@" && return
  for candidate in \
    /usr/lib/jvm/* \
    /usr/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-}"/.sdkman/candidates/java/*; do
    java_at "$candidate" && java_fits "$@" && return
  done
  return 1
}
