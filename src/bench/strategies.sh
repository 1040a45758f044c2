#!/usr/bin/env bash
# Every strategy of every stage against the others of its stage, as the registry has them: runs of all seven stages over four
# generated lists, each in a process of its own. Prints the table, and writes it to src/bench/strategies.md. Run it on a
# machine that does nothing else.
#
#   src/bench/strategies.sh FOLDER [ENTRIES [TABLE]]
#
# FOLDER holds gen.py; ENTRIES is how many each of the four lists has (250000); TABLE is where the table goes instead. Needs
# `mvn -Pbench package` and a Java 25 in JAVA_HOME or on the path.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,10p' "$0"; exit 2; }
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

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
run() {
  "$java" -XX:+UseSerialGC -Xmx1500m -cp "${LINEUP_CLASSES:-target/benchmarks/benchmarks.jar}" \
    app.lineup.pipeline.StrategyRun "$1" "$work/out.m3u" "${lists[@]}"
}

: >"$work/figures"
: >"$work/figures.sums"
run names >"$work/names"
while IFS=$'\t' read -r name class; do
  printf '%s\t%s\t' "$name" "$class" >>"$work/figures"
  run "$name" >>"$work/figures"
  # Without filters more channels are left, and logos are measured alone.
  case $name in
    filtering=passthrough_filter | logo_prefetch=*) ;;
    *) sha256sum <"$work/out.m3u" >>"$work/figures.sums" ;;
  esac
  tail -n 1 "$work/figures" >&2
done <"$work/names"
rm -rf "$work/logos"
[ "$(sort -u "$work/figures.sums" | wc -l)" = 1 ] || echo "THE PLAYLISTS DIFFER" >&2
rm "$work/figures.sums"

table=${3:-src/bench/strategies.md}
python3 - "$work/figures" "$entries" >"$table" <<'PY'
import sys
ORIGINAL = {"source_loading": 5000, "data_mapping": 15000, "filtering": 25000, "channel_numbering": 50000,
            "logo_prefetch": 1000, "m3u_generation": 20000, "output": 10000}
NEAR = 0.05
entries = int(sys.argv[2])
print("""# The strategies, measured

Made by `src/bench/strategies.sh FOLDER %d`: all seven stages over four generated lists of %s entries each, with five rules, four
filters and `--numbers keep`; one strategy is as named, the others are what a run takes by itself. Best of three rounds in one
process (Serial GC, a heap of up to 1500 MB, which is filled before it is collected; so see what is "held", as declared on the
leases, and "live", the most that a collection left while it ran, less what there was before). "A second" is of the stage
alone, by the time that the run waits for it; "aim" is the rate that was asked for when the program was planned, and the factor is ours by
its. All runs wrote the same bytes. Rows of one class differ in a parameter only. "Measures like" names the strategies of the
stage that are within 5 %% in the run's CPU, in the stage's rate and in live memory (or 2 MB).

`passthrough_filter` stands in a run without filters, whose playlist is longer. Logo Prefetch is measured alone, for 2,000
pictures of a fast server in the same process; those that ask no server find the pictures in the cache.
""" % (entries, format(entries, ",")))
print("| stage | strategy | run, wall s | run, CPU s | peak RSS MB | held MB | live MB | stage, items a second | aim | factor | class, and who shares it | measures like |")
print("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|---|---|")
rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1])]

def near(one, other):
    return abs(one - other) <= NEAR * max(one, other)

def like(row, other):
    return (near(float(row[3]), float(other[3])) and near(float(row[7]), float(other[7]))
            and (near(float(row[6]), float(other[6])) or abs(float(row[6]) - float(other[6])) < 2))

def words(names):
    return ", ".join("`%s`" % name for name in names)

for row in rows:
    name, kind, wall, cpu, rss, held, live, rate = row
    stage, strategy = name.split("=")
    others = [other for other in rows if other is not row and other[0].startswith(stage + "=")]
    shared = words(other[0].split("=")[1] for other in others if other[1] == kind)
    alike = words(other[0].split("=")[1] for other in others if like(row, other))
    print("| %s | `%s` | %s | %s | %s | %s | %s | %s | %s | %s × | %s | %s |" % (
        stage, strategy, wall, cpu, rss, held, live, format(int(float(rate)), ","), format(ORIGINAL[stage], ","),
        format(int(float(rate) / ORIGINAL[stage]), ","), kind + (", with " + shared if shared else ""), alike))
PY
cat "$table"
