#!/bin/sh
# Makes Lineup.app and Lineup-1.<version>.dmg, for the kind of Mac it runs on. Needs Maven, a JDK 25, and Xcode's command
# line tools. Nothing is signed: other Macs ask before they open it.
#
# UNTRIED: written by the documents of jpackage, never run on a Mac.
set -e
cd "$(dirname "$0")/../.."
version=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' pom.xml | head -n 1)

command -v mvn >/dev/null || {
  echo "Maven was not found. Install it and see that mvn works in this terminal." >&2
  exit 1
}
mvn -B -Pinstaller -DskipTests package

echo
echo "The program:  target/installer/Lineup.app"
echo "Its command:  Lineup.app/Contents/app/bin/lineup   (link it into a folder of your PATH)"
# Apple wants a version to begin with one or more.
for dmg in "target/installer/Lineup-$version.dmg" "target/installer/Lineup-1.$version.dmg"; do
  if [ -f "$dmg" ]; then
    echo "The package:  $dmg"
  fi
done
