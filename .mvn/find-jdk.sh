# Sourced by ./mvnw, ./run and .ci/run (POSIX sh): makes JAVA_HOME a JDK 25, wherever one is installed.
# Looks at JAVA_HOME, then in the usual JVM folders, then at the javac on the PATH. Leaves everything as it is when
# there is none: the caller decides how to say so (nxsi_require_jdk says it in one line and ends with 1).

NXSI_JDK=25

# nxsi_is_jdk FOLDER: whether FOLDER is a JDK (not only a JRE) of the wanted version; starts no JVM
nxsi_is_jdk() {
  [ -n "${1-}" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
    grep -q "^JAVA_VERSION=\"$NXSI_JDK[\".+-]" "$1/release"
}

# nxsi_find_jdk: sets and exports JAVA_HOME; answers 1 when there is no JDK of the wanted version
nxsi_find_jdk() {
  if nxsi_is_jdk "${JAVA_HOME-}"; then
    export JAVA_HOME
    return 0
  fi
  nxsi_candidates=$(
    set +f
    for nxsi_dir in /usr/lib/jvm/*"$NXSI_JDK"* /opt/*"$NXSI_JDK"* /opt/java/* "${HOME-}"/.sdkman/candidates/java/"$NXSI_JDK"* \
      "${HOME-}"/.jdks/*"$NXSI_JDK"* /Library/Java/JavaVirtualMachines/*"$NXSI_JDK"*/Contents/Home; do
      printf '%s\n' "$nxsi_dir"
    done
    nxsi_javac=$(command -v javac 2>/dev/null) && nxsi_javac=$(readlink -f "$nxsi_javac" 2>/dev/null) &&
      printf '%s\n' "${nxsi_javac%/bin/javac}"
  ) || :
  while IFS= read -r nxsi_dir; do
    if nxsi_is_jdk "$nxsi_dir"; then
      JAVA_HOME=$nxsi_dir
      export JAVA_HOME
      return 0
    fi
  done <<NXSI_END
$nxsi_candidates
NXSI_END
  return 1
}

# nxsi_require_jdk: as nxsi_find_jdk, but ends the script with one clear line when there is none
nxsi_require_jdk() {
  nxsi_find_jdk || {
    echo "nxsi: no JDK $NXSI_JDK found (looked at JAVA_HOME, /usr/lib/jvm and the like, PATH). Install one, for example" \
      "Debian's openjdk-$NXSI_JDK-jdk-headless or Temurin $NXSI_JDK, or set JAVA_HOME." >&2
    exit 1
  }
}
