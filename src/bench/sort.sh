#!/usr/bin/env bash
# `build --sort group,name` against GNU sort: CPU and wall seconds, and peak memory. GNU sort is given the better part: lines
# that were cut before, each with its key in front (in capitals, a tab, the entry), and bytes to compare.
#
#   src/bench/sort.sh LIST [MEMORY] [RUNS]
#
# LIST is a list of two lines an entry; MEMORY is what both may take (256M); RUNS is how often each runs (3). Needs
# `mvn -DskipTests package`, or another start script in LINEUP.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,8p' "$0"; exit 2; }
list=$(realpath "$1")
memory=${2:-256M}
runs=${3:-3}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
lineup=${LINEUP:-target/lineup/bin/lineup}
work=target/sort
mkdir -p "$work/temp"
trap 'rm -rf "$work"' EXIT

python3 - "$list" "$work/keyed" <<'PY'
import re, sys
group = re.compile(rb'group-title="([^"]*)"')
with open(sys.argv[1], "rb") as lines, open(sys.argv[2], "wb") as out:
    info = b""
    for line in lines:
        if line.startswith(b"#EXTINF"):
            info = line.rstrip(b"\n")
        elif info and not line.startswith(b"#"):
            found = group.search(info)
            key = (found.group(1) if found else b"\xff") + b"\x01" + info.rsplit(b",", 1)[1]
            out.write(key.upper() + b"\t" + info + b"\t" + line)
            info = b""
PY

for run in $(seq "$runs"); do
  /usr/bin/time -f "GNU sort   %U+%S s CPU, %e s wall, %M KB" \
    env LC_ALL=C sort -s -t "$(printf '\t')" -k1,1 -S "$memory" -T "$work/temp" -o "$work/sorted" "$work/keyed"
  /usr/bin/time -f "lineup     %U+%S s CPU, %e s wall, %M KB" \
    "$lineup" build "$list" -o "$work/out.m3u" --sort group,name --memory "$memory" --quiet
done
