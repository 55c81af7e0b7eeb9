# Installs the system packages that the build needs, where they are missing. Sourced by run.sh and test.sh.
packages="jq cmake g++ ninja-build libcli11-dev libtomlplusplus-dev nlohmann-json3-dev libfmt-dev libicu-dev libxml2-dev libarchive-dev libgmime-3.0-dev libcsv-dev libsimdjson-dev libjemalloc-dev poppler-utils pkg-config catch2 libbenchmark-dev python3"

# What the tests of HTML and SARIF need beside; without it they are skipped.
browser_packages="chromium chromium-driver python3-html5lib python3-jsonschema"

# Of the given packages, or of those the build needs.
install_missing() {
  missing=""
  for package in ${*:-$packages}; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "tools: these Debian packages are missing and there is no apt-get to install them:$missing" >&2
    return 1
  fi
  echo "tools: installing$missing" >&2
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo"
  $as_root apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >&2
}

# html-validate, axe-core and the schema of SARIF, as tests/browser/package-lock.json pins them, into the folder given.
install_page_checks() {
  command -v npm >/dev/null 2>&1 || install_missing nodejs npm || return 1
  mkdir -p "$1"
  cp tests/browser/package.json tests/browser/package-lock.json "$1"
  (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund >&2)
}

# PySpark from its package index, for the test of integrations/spark, into the virtual environment given; and Java.
install_spark() {
  command -v java >/dev/null 2>&1 || install_missing default-jre-headless || return 1
  [ -x "$1/bin/spark-submit" ] && return 0
  install_missing python3-venv || return 1
  python3 -m venv "$1" && "$1/bin/pip" install --quiet --disable-pip-version-check "pyspark==4.*" >&2
}
