#!/bin/sh
# The tool's speed beside its peers', in one run over one core: tools/bench-peers.sh [ARTICLES.jsonl [SECONDS]]
#
# Installs spaCy, dateparser and quantulum3 from Python's package index into build/peers, and spaCy's small English model
# where it can be had. Speed is compared, not quality (tests/quality does that). ARTICLES are PolNeAR's without an
# argument; a peer is given SECONDS (20). TOOL names another binary than that of build/.
set -eu
cd "$(dirname "$0")/.."
. tools/install.sh
install_missing python3-venv
peers=build/peers
if [ ! -x "$peers/bin/python" ]; then
  python3 -m venv "$peers"
  "$peers/bin/pip" install --quiet --disable-pip-version-check spacy dateparser quantulum3 >&2
  "$peers/bin/python" -m spacy download en_core_web_sm >/dev/null 2>&1 || echo "spaCy's model cannot be had here" >&2
fi
exec "$peers/bin/python" -W ignore tests/bench/peers.py "${TOOL:-build/corroborate}" \
  "${1:-../shared/eval/attributions/polnear.dev.jsonl}" ${2:-}
