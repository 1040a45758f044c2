#!/usr/bin/env bash
# Whole runs of the program in turn with the reference written in C: wall and CPU seconds, peak memory, and whether both
# wrote the same entries. Run it on a machine that does nothing else.
#
#   src/bench/against-reference.sh FOLDER [ENTRIES] [RUNS]
#
# FOLDER holds gen.py and m3uref.c; ENTRIES is what gen.py takes (1M); RUNS is how often each program runs (5).
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,8p' "$0"; exit 2; }
tools=$(cd "$1" && pwd)
entries=${2:-1M}
runs=${3:-5}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=target/reference
mkdir -p "$work"

list=$work/$entries.m3u
[ -s "$list" ] || python3 "$tools/gen.py" "$entries" -o "$list"
[ -x "$work/m3uref" ] || gcc -O3 -march=native -o "$work/m3uref" "$tools/m3uref.c"

# One run under the watch of the shell: "wall user+system peak-KB".
watch() {
  python3 - "$@" <<'PY'
import os, resource, subprocess, sys, time
before = resource.getrusage(resource.RUSAGE_CHILDREN)
start = time.perf_counter()
done = subprocess.run(sys.argv[1:], stderr=subprocess.PIPE)
wall = time.perf_counter() - start
after = resource.getrusage(resource.RUSAGE_CHILDREN)
if done.returncode:
    sys.exit(done.stderr.decode())
cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
print("%.3f %.3f %d" % (wall, cpu, after.ru_maxrss))
PY
}

reference() { watch "$work/m3uref" -f -k "$list" "$work/reference.m3u"; }

# The reference's fixed rules in our language.
ours() {
  watch target/lineup/bin/lineup build "$list" -o "$work/ours.m3u" --quiet --numbers keep \
    --map 'channel_name case_sensitive matches "^(.*?) (?:FHD|UHD|HEVC|4K|HD|SD)$" SET channel_name = "$1", tvg_name = "$1"' \
    --map 'channel_name case_sensitive matches "^([A-Z]{2,3}) ?[:|-] *(.+)$" SET channel_name = "$2 [$1]", tvg_name = "$2 [$1]"' \
    --exclude 'group_title contains "adult" OR group_title contains "xxx" OR group_title contains "24/7"' \
    --exclude 'channel_name starts_with "##"'
}

reference >"$work/c" ; ours >"$work/j"   # warm the file cache
: >"$work/c" ; : >"$work/j"
for _ in $(seq "$runs"); do reference >>"$work/c"; ours >>"$work/j"; done

python3 - "$work/c" "$work/j" <<'PY'
import statistics, sys
read = lambda path: [tuple(map(float, line.split())) for line in open(path)]
c, j = map(read, sys.argv[1:])
med = lambda rows, i: statistics.median(row[i] for row in rows)
ratio = lambda i: statistics.median(b[i] / a[i] for a, b in zip(c, j))
print("            wall s   CPU s   peak MB   (medians of %d runs in turn)" % len(c))
for name, rows in ("reference", c), ("lineup", j):
    print("%-10s %7.2f %7.2f %9.0f" % (name, med(rows, 0), med(rows, 1), med(rows, 2) / 1024))
print("ratio      %7.2f %7.2f" % (ratio(0), ratio(1)))
PY
if [ -f target/benchmarks/benchmarks.jar ]; then
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp target/benchmarks/benchmarks.jar \
    app.lineup.bench.ComparePlaylists "$work/ours.m3u" "$work/reference.m3u"
else
  echo "To compare the entries: mvn -Pbench package, then run this again with a Java 25 in JAVA_HOME."
fi
