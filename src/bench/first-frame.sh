#!/usr/bin/env bash
# How long the window takes from the start of its process until it has been drawn for the first time: from the build and,
# where it was made (mvn -Pinstaller package), from the installed program's image; with the cache for a quick start and
# without. The runs are taken in turn. Run it on a machine that does nothing else.
#
#   src/bench/first-frame.sh [RUNS]      RUNS: how often each is started (9)
#
# No screen is used unless LINEUP_SCREEN is set (to anything): then the one that DISPLAY names.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
runs=${1:-9}
work=$PWD/target/first-frame
rm -rf "$work"
mkdir -p "$work"
trap 'rm -rf "$work"' EXIT

# What is measured without the cache is a copy that lacks it.
programs=()
add() { programs+=("$1" "$2"); }
if [ -x target/lineup/bin/lineup ]; then
  add "build, cache" "$PWD/target/lineup/bin/lineup"
  cp -al target/lineup "$work/build"
  rm -f "$work"/build/*.aot
  add "build" "$work/build/bin/lineup"
fi
image=$PWD/target/installer/Lineup
if [ -x "$image/bin/Lineup" ]; then
  add "image, cache" "$image/bin/Lineup"
  cp -a "$image" "$work/image"
  rm -f "$work"/image/lib/app/*.aot
  sed -i '/AOTCache/d' "$work/image/lib/app/Lineup.cfg"
  add "image" "$work/image/bin/Lineup"
fi

python3 - "$runs" "$work" "${programs[@]}" <<'PY'
import os, signal, statistics, subprocess, sys, time
runs, work, words = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
programs = list(zip(words[::2], words[1::2]))
# JavaFX says "PULSE: 1" when its first frame is done. The folder is not the user's.
options = ["-Djavafx.pulseLogger=true", "-Duser.home=" + work]
if not os.environ.get("LINEUP_SCREEN"):
    options += ["-Dglass.platform=Headless", "-Dprism.order=sw"]
environment = dict(os.environ, JAVA_TOOL_OPTIONS=" ".join(options), XDG_DATA_HOME=work)

def start(program):
    begin = time.perf_counter()
    running = subprocess.Popen([program], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               start_new_session=True)
    said, frame = b"", None
    for line in running.stdout:
        said += line
        if frame is None and line.startswith(b"PULSE: 1 "):
            frame = time.perf_counter() - begin
            # To the group: the image's launcher may be a parent that does not pass it on.
            os.killpg(running.pid, signal.SIGTERM)
    _, _, use = os.wait4(running.pid, 0)
    running.returncode = 0
    if frame is None:
        sys.exit("%s drew nothing:\n%s" % (program, said.decode()))
    return frame, use.ru_utime + use.ru_stime

taken = {name: [] for name, _ in programs}
for turn in range(runs + 1):
    for name, program in programs:
        one = start(program)
        if turn:            # the first warms the file cache
            taken[name].append(one)
base = taken[programs[0][0]]
print("%-16s %8s %8s %8s   (medians of %d starts in turn)" % ("", "frame s", "CPU s", "ratio", runs))
for name, _ in programs:
    mine = taken[name]
    ratio = statistics.median(m[0] / b[0] for m, b in zip(mine, base))
    print("%-16s %8.2f %8.2f %8.2f" % (name, statistics.median(m[0] for m in mine), statistics.median(m[1] for m in mine), ratio))
PY
