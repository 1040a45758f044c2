#!/usr/bin/env bash
# Every strategy of every stage against the others of its stage: runs of all seven stages over four generated lists, each in
# a process of its own. Prints the table, and writes it to src/bench/strategies.md. Run it on a machine that does nothing
# else.
#
#   src/bench/strategies.sh FOLDER [ENTRIES]
#
# FOLDER holds gen.py; ENTRIES is how many each of the four lists has (250000). Needs `mvn -Pbench package` and a Java 25 in
# LINEUP_JAVA, JAVA_HOME or on the path.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,9p' "$0"; exit 2; }
tools=$(cd "$1" && pwd)
entries=${2:-250000}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=target/strategies
mkdir -p "$work"
lists=()
for seed in 1 2 3 4; do
  list=$work/$entries-$seed.m3u
  [ -s "$list" ] || python3 "$tools/gen.py" "$entries" --seed "$seed" -o "$list"
  lists+=("$list")
done

java=${LINEUP_JAVA:-${JAVA_HOME:+$JAVA_HOME/bin/}java}
run() {
  "$java" -XX:+UseSerialGC -Xmx1500m -cp "${LINEUP_CLASSES:-target/benchmarks/benchmarks.jar}" \
    app.lineup.stages.StrategyRun "$1" "$work/out.m3u" "${lists[@]}"
}

: >"$work/figures"
for name in $(run names); do
  # Says that no filter is on, which is not true here.
  [ "$name" = filtering=passthrough_filter ] && continue
  printf '%s\t' "$name" >>"$work/figures"
  run "$name" >>"$work/figures"
  sha256sum <"$work/out.m3u" >>"$work/figures.sums"
  tail -n 1 "$work/figures" >&2
done
[ "$(sort -u "$work/figures.sums" | wc -l)" = 1 ] || echo "THE PLAYLISTS DIFFER" >&2
rm "$work/figures.sums"

python3 - "$work/figures" "$entries" >src/bench/strategies.md <<'PY'
import sys
ORIGINAL = {"source_loading": 5000, "data_mapping": 15000, "filtering": 25000, "channel_numbering": 50000,
            "m3u_generation": 20000, "output": 10000}
CLASSES = {"inmemory_full": "SideBySideLoader", "batched_loader": "SideBySideLoader",
           "buffered_output": "PlaylistOutput", "streaming_output": "PlaylistOutput"}
print("""# The strategies, measured

Made by `src/bench/strategies.sh FOLDER %s`: all seven stages over four generated lists of %s entries each, with five rules, four
filters and `--numbers keep`; one strategy is as named, the others are what a run takes by itself. Best of three rounds in one
process (Serial GC, a heap of up to 1500 MB, which is filled before it
is collected: what has to be kept is "held at rest", as declared on the leases). "A second" is of the stage alone, by the time that the run waits for it; "original" is the
rate that the original system states, and the factor is ours by its. All runs wrote the same bytes. Rows that share a class
differ in a parameter only.
""" % (sys.argv[2], format(int(sys.argv[2]), ",")))
print("| stage | strategy | run, wall s | run, CPU s | peak RSS MB | held at rest MB | stage, items a second | original | factor | shares its class with |")
print("|---|---|--:|--:|--:|--:|--:|--:|--:|---|")
rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1])]
names = [row[0].split("=")[1] for row in rows]
for name, wall, cpu, rss, live, rate in rows:
    stage, strategy = name.split("=")
    shared = [other for other in names if other != strategy and CLASSES.get(other, other) == CLASSES.get(strategy)]
    print("| %s | `%s` | %s | %s | %s | %s | %s | %s | %d × | %s |" % (stage, strategy, wall, cpu, rss, live,
          format(int(float(rate)), ","), format(ORIGINAL[stage], ","), float(rate) / ORIGINAL[stage],
          ", ".join("`%s`" % other for other in shared)))
PY
cat src/bench/strategies.md
