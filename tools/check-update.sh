#!/bin/sh
# Over folders of articles: does `check` hold right after `check --update`, for expectations and for a baseline?
#   tools/check-update.sh [FOLDER…]     each folder is one story; without one, those of data/stories
# Prints the folders where it does not, and a count; ends with 1 where there are any.
set -u
home=$(cd "$(dirname "$0")/.." && pwd)
tool=${CORROBORATE:-$home/build/corroborate}
[ $# -gt 0 ] || set -- "$home"/data/stories/*-*/
table=$(mktemp -d)
trap 'rm -rf "$table"' EXIT
folders=0 failed=0
for folder in "$@"; do
  folders=$((folders + 1))
  for option in "" "--baseline"; do
    rm -f "$table/table.tsv"
    "$tool" check --no-config --update $option "$table/table.tsv" "$folder" >/dev/null 2>&1
    said=$("$tool" check --no-config $option "$table/table.tsv" "$folder" 2>/dev/null) && continue
    [ $? -eq 2 ] && continue # some input could not be read: no matter of the table
    failed=$((failed + 1))
    printf '%s %s\n%s\n' "$folder" "$option" "$said"
  done
done
echo "$folders folders, $failed do not hold"
[ "$failed" -eq 0 ]
