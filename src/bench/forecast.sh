#!/usr/bin/env bash
# Twenty runs of the terminal against their forecasts: memory in use at its height, bytes spilled, seconds. Prints the table, and
# writes it to src/bench/forecast.md.
#
#   src/bench/forecast.sh FOLDER [RUNS [TABLE]]
#
# FOLDER holds gen.py; each run is done RUNS times (3), of which the median counts; TABLE is where the table goes instead. Needs
# `mvn -Pbench package`, or another start script in LINEUP and classes in LINEUP_CLASSES, and a Java 25 in JAVA_HOME or on the path.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,9p' "$0"; exit 2; }
tools=$(cd "$1" && pwd)
times=${2:-3}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
table=${3:-src/bench/forecast.md}
work=target/forecast
mkdir -p "$work"
lineup=${LINEUP:-target/lineup/bin/lineup}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
for list in 600-1 20000-1 100000-1 100000-2 250000-1 250000-2 250000-3 1000000-1 1000000-2; do
  [ -s "$work/$list.m3u" ] || python3 "$tools/gen.py" "${list%-*}" --seed "${list#*-}" -o "$work/$list.m3u"
done
for list in 100000-1 100000-2 250000-1 250000-2 250000-3; do
  [ -s "$work/$list.m3u.xz" ] || xz -k -1 "$work/$list.m3u"
done
RULES=(--map 'channel_name case_sensitive matches "^(.*) (FHD|UHD|HEVC|4K|HD|SD)$" SET channel_name = "$1"'
       --map 'channel_name case_sensitive matches "^([A-Z]{2,3}) ?[:|-] *(.+)$" SET channel_name = "$2 [$1]"'
       --exclude 'group_title contains "adult" OR group_title contains "xxx" OR group_title contains "24/7" OR channel_name starts_with "##"')
: >"$work/rows"

# row WORDS HEAP ARGUMENTS...: what is run, the JVM's heap, and what is typed; `pipe=LIST` is given through standard input
row() {
  local words=$1 heap=$2 pipe=/dev/null piped=0
  shift 2
  case $1 in pipe=*) pipe=${1#pipe=} piped=$(stat -c %s "$pipe"); shift; set -- - "$@" ;; esac
  for _ in $(seq "$times"); do
    LINEUP_OPTS="-Xmx$heap" "$lineup" build "$@" -o "$work/out.m3u" --json <"$pipe" >"$work/run.json"
    local forecast=
    [ "$piped" = 0 ] || forecast=$("$java" -cp "${LINEUP_CLASSES:-target/benchmarks/benchmarks.jar}" app.lineup.pipeline.PipedForecast \
      "$((${heap%m} * 1048576))" 4200000 "$piped")
    python3 - "$words" "$heap" "$forecast" "$work/run.json" >>"$work/rows" <<'PY'
import json, sys
words, heap, forecast, file = sys.argv[1:]
run = json.load(open(file))
spilled = sum(event.get("bytes", 0) for event in run["events"] if event["event"] == "spilled")
expected = [event for event in run["events"] if event["event"] == "expected"]
likely = forecast.split() if forecast else [expected[0]["usedBytes"], expected[0]["spillBytes"], expected[0]["seconds"]]
print("\t".join(map(str, [words, heap, run["peakUsedBytes"], spilled, run["seconds"], *likely])))
PY
  done
}

l() { echo "$work/$1.m3u"; }
row "600 entries" 64m "$(l 600-1)"
row "600, rules" 512m "$(l 600-1)" "${RULES[@]}" --numbers keep
row "20,000, sort" 64m "$(l 20000-1)" --sort group,name
row "100,000" 64m "$(l 100000-1)"
row "100,000, rules, keep" 48m "$(l 100000-1)" "${RULES[@]}" --numbers keep --memory 48M
row "100,000, sort" 128m "$(l 100000-1)" --sort group,name
row "100,000, sort" 512m "$(l 100000-1)" --sort group,name
row "100,000, standard input, keep" 64m "pipe=$(l 100000-1)" --numbers keep
row "250,000, rules" 64m "$(l 250000-1)" "${RULES[@]}"
row "250,000, sort, lines of JSON" 64m "$(l 250000-1)" --sort name --spill-format jsonl
row "2 × 100,000, xz" 512m "$(l 100000-1).xz" "$(l 100000-2).xz"
row "3 × 250,000, xz" 64m "$(l 250000-1).xz" "$(l 250000-2).xz" "$(l 250000-3).xz"
row "1,000,000" 64m "$(l 1000000-1)"
row "1,000,000, rules, keep" 64m "$(l 1000000-1)" "${RULES[@]}" --numbers keep
row "1,000,000, rules, keep" 512m "$(l 1000000-1)" "${RULES[@]}" --numbers keep
row "1,000,000, sort" 64m "$(l 1000000-1)" --sort group,name
row "1,000,000, sort, budget 128 MB" 512m "$(l 1000000-1)" --sort group,name --memory 128M
row "1,000,000, standard input, keep" 128m "pipe=$(l 1000000-1)" --numbers keep
row "1,000,000, sort, budget 48 MB" 512m "$(l 1000000-1)" --sort group,name --memory 48M
row "2 × 1,000,000, --dedupe url" 128m "$(l 1000000-1)" "$(l 1000000-2)" --dedupe url

python3 - "$work/rows" "$times" >"$table" <<'PY'
import statistics, sys
rows = {}
for line in open(sys.argv[1]):
    words, heap, *figures = line.rstrip("\n").split("\t")
    rows.setdefault((words, heap), []).append([float(figure) for figure in figures])
print("""# Forecasts and what became of them

Made by `src/bench/forecast.sh`: generated lists, each run in a process of its own, medians of %s. "In use" is what the program judges
pressure by and a budget counts: data on the heap and direct memory, the program's own among it; `peakUsedBytes` of `--json` beside
`usedBytes` of its event `expected`. RSS is some 70 MB more. "Off" is the forecast by the measured less 1; a factor is the forecast by
the measured. Of a pipe nobody knows how long it is: the forecasts of such runs are made by `PipedForecast`, which is told.
""" % sys.argv[2])
print("| run | heap | in use MB | forecast | off | spilled MB | forecast | seconds | forecast | factor |")
print("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
near = timely = 0
for (words, heap), runs in rows.items():
    used, spilled, seconds, likely_used, likely_spilled, likely_seconds = (statistics.median(column) for column in zip(*runs))
    off, factor = likely_used / used - 1, likely_seconds / seconds
    near += abs(off) <= 0.25
    timely += 0.5 <= factor <= 2
    print("| %s | %s | %.1f | %.1f | %+.0f %% | %.1f | %.1f | %.2f | %.2f | %.2f |" % (
        words, heap, used / 1e6, likely_used / 1e6, off * 100, spilled / 1e6, likely_spilled / 1e6, seconds, likely_seconds, factor))
print("\nMemory within 25 %%: %d of %d. Time within a factor of 2: %d of %d." % (near, len(rows), timely, len(rows)))
PY
cat "$table"
