#!/bin/sh
# Draws 60 conflicts of the reports on the given folders, the same ones for the same seed, to be read by a person:
#     sh tools/sample-findings.sh SEED FOLDER…
# Prints a table: the finding, then for each side file, first and last code point, value, and the words. Each pair of
# positions in conflict is one candidate, shown by its first claims. TOOL names another tool than build/corroborate.
set -eu
seed=$1
shift
tool=${TOOL:-$(dirname "$0")/../build/corroborate}
printf 'finding\tfile_a\tstart_a\tend_a\tvalue_a\tfile_b\tstart_b\tend_b\tvalue_b\tquote_a\tquote_b\n'
for folder in "$@"; do
  "$tool" --format json "$folder" || [ $? -eq 1 ]
done |
  jq -r '
    (.claims | map({key: .id, value: .}) | from_entries) as $claims
    | (.articles | map({key: .id, value: .path}) | from_entries) as $paths
    | .findings[] | . as $finding | .relations[] | select(.verdict == "conflict")
    | [$finding.positions[.a].claims[0], $finding.positions[.b].claims[0]] | map($claims[.])
    | [$finding.id]
      + (map([$paths[.article], .start, .end, .value]) | add)
      + map(.quote | gsub("[[:space:]]+"; " "))
    | @tsv' |
  awk -F '\t' -v seed="$seed" '
    # A fixed order by a hash of the row and the seed: no clock, and a new row moves no other.
    function hash(text,  i, sum) {
      sum = seed + 7
      for (i = 1; i <= length(text); ++i) sum = (sum * 131 + index(alphabet, substr(text, i, 1))) % 2147483647
      return sum
    }
    BEGIN { alphabet = "abcdefghijklmnopqrstuvwxyz0123456789-_./@~" }
    { printf "%010d\t%s\n", hash($2 "/" $3 "/" $6 "/" $7), $0 }' |
  sort | cut -f 2- | head -n 60
