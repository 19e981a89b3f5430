# Read by the launchers beside it: finds a JDK, builds what is missing, and starts Java. Not a command of its own.

# The folder that holds bin/; $self is the launcher itself, links resolved.
top=$(cd "$(dirname "$self")/.." && pwd -P)

say() {
  printf '%s\n' "$*" >&2
}

wanted=25

# The first number of a JDK's version, from the file that every JDK carries; 0 when it is none.
version_of() {
  number=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -n 1)
  echo "${number:-0}"
}

# An installation without sources needs no compiler.
fits() {
  [ -x "$1/bin/java" ] && { [ -x "$1/bin/javac" ] || [ ! -f "$top/pom.xml" ]; } &&
    [ "$(version_of "$1")" -ge "$wanted" ]
}

# Sets JAVA_HOME to a JDK that fits, or ends with what is missing.
find_jdk() {
  on_path=$(command -v java 2>/dev/null || true)
  if [ -n "$on_path" ]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    on_path=${on_path%/bin/java}
  fi
  for home in "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/* /usr/java/* /usr/local/java/* /opt/* /opt/java/* /opt/jdk/* \
    "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$home" ] && fits "$home"; then
      JAVA_HOME=$home
      export JAVA_HOME
      return
    fi
  done
  say "Postern needs a JDK of version $wanted or newer, and none was found: not in JAVA_HOME, not on the PATH,"
  say "and not in /usr/lib/jvm, /usr/java, /opt, ~/.sdkman, ~/.jdks or macOS's Library/Java."
  if [ -n "${JAVA_HOME:-}" ]; then
    say "JAVA_HOME is $JAVA_HOME (version $(version_of "$JAVA_HOME"))."
  fi
  say "Install one, for example Eclipse Temurin $wanted, or set JAVA_HOME to where it lies."
  exit 1
}

need_maven() {
  if ! command -v mvn >/dev/null 2>&1; then
    say "Postern is built with Maven (3.8.7 or newer), and there is no mvn on the PATH."
    say "Install it (Debian and Ubuntu: apt install maven), then run this again."
    exit 1
  fi
  # Maven's own libraries use what the JDK warns of.
  MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
  export MAVEN_OPTS
}

jar() {
  echo "$top/forum-web/target/postern.jar"
}

# True when there is no build, or when it is older than what it was made from. An installation without sources is never old.
stale() {
  [ -f "$(jar)" ] || return 0
  [ -f "$top/pom.xml" ] || return 1
  newer=$(find "$top/pom.xml" "$top"/forum-*/pom.xml "$top"/forum-*/src/main -newer "$(jar)" 2>/dev/null | head -n 1)
  [ -n "$newer" ]
}

build_if_stale() {
  stale || return 0
  if [ ! -f "$top/pom.xml" ]; then
    say "Postern's program is missing: there is no $(jar)."
    exit 1
  fi
  need_maven
  say "Building Postern. The first time this takes a few minutes, later some seconds."
  # Removed and not overwritten: a service that runs keeps the files it has open.
  rm -f "$(jar)" "$top"/forum-web/target/lib/forum-api-*.jar
  log=$(mktemp "${TMPDIR:-/tmp}/postern-build.XXXXXX")
  if ! (cd "$top" && mvn -B -ntp -q -Dmaven.test.skip=true package) >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -f "$log"
    say "The build failed; what Maven says stands above."
    exit 1
  fi
  rm -f "$log"
}

# How the JVM is to run: little memory first. POSTERN_HEAP is the most that its heap may take; POSTERN_JAVA is added.
# The first two let libraries use native code and Unsafe without a warning that a reader could not act on.
java_flags() {
  echo "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" \
    "-Xms48m -Xmx${POSTERN_HEAP:-512m} -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:ReservedCodeCacheSize=96m" \
    "-XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 ${POSTERN_JAVA:-}"
}

aot_cache() {
  echo "$top/forum-web/target/postern.aot"
}

# A cache of loaded classes (JEP 483, 514 and 515) halves the start. It fits one build on one JDK; where it does not, the
# JVM starts without it. POSTERN_AOT=off leaves it out.
usable_aot_cache() {
  if [ "${POSTERN_AOT:-on}" = on ] && [ -s "$(aot_cache)" ]; then
    aot_cache
  fi
}

# Made once for each build, by a short run on throw-away data. Without it everything works, so a failure is no news.
make_aot_cache() {
  [ "${POSTERN_AOT:-on}" = on ] && [ -w "$top/forum-web/target" ] || return 0
  [ -f "$(aot_cache)" ] && [ -z "$(find "$(jar)" -newer "$(aot_cache)" 2>/dev/null)" ] && return 0
  say "Preparing quick starts, once for each build."
  rehearsal=$(mktemp -d "${TMPDIR:-/tmp}/postern-rehearsal.XXXXXX")
  rm -f "$(aot_cache)"
  # shellcheck disable=SC2046
  (
    cd "$top"
    unset POSTERN_DATABASE_URL POSTERN_KEY_FILE POSTERN_RELAYHOST POSTERN_CONFIG POSTERN_ADMINISTRATOR POSTERN_BIND
    POSTERN_HTTP_PORT=0 POSTERN_ADMIN_PORT=0 POSTERN_MAIL_PORT=0 POSTERN_MAIL_BIND=127.0.0.1 \
      POSTERN_ORIGIN=http://localhost:8080 POSTERN_DATA_DIR=$rehearsal \
      "$JAVA_HOME/bin/java" $(java_flags) "-XX:AOTCacheOutput=$(aot_cache)" -Xlog:aot=off -Xlog:cds=off \
      -Dpostern.from="$rehearsal" -jar "$(jar)" server --demo --rehearse
  ) >/dev/null 2>&1 </dev/null || true
  rm -rf "$rehearsal"
  # One that could not be finished is tried again with the next build, not with each start.
  [ -f "$(aot_cache)" ] || : >"$(aot_cache)"
}

# Starts the command line in place of the launcher. Relative files in the arguments are meant from the caller's folder.
run_postern() {
  from=$(pwd)
  [ -n "${POSTERN_CONFIG:-}" ] || cd "$top" || exit 1
  aot=$(usable_aot_cache)
  # shellcheck disable=SC2046
  exec "$JAVA_HOME/bin/java" $(java_flags) ${aot:+"-XX:AOTCache=$aot"} -Xlog:aot=off -Xlog:cds=off -Dpostern.from="$from" -jar "$(jar)" "$@"
}
