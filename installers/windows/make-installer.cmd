@echo off
rem Makes Lineup-<version>.msi and, beside it, the program as a folder. Needs Maven, a JDK 25, and the WiX Toolset for the
rem package: without it only the folder is made.
rem
rem UNTRIED: written by the documents of jpackage, never run on Windows.
setlocal
cd /d "%~dp0..\.."
set "VERSION="
for /f "tokens=3 delims=<>" %%v in ('findstr /r /c:"^  <version>" pom.xml') do if not defined VERSION set "VERSION=%%v"

where mvn >nul 2>nul || (
  echo Maven was not found. Install it and see that mvn works in this window.>&2
  exit /b 1
)
call mvn -B -Pinstaller -DskipTests package || exit /b 1
echo.
echo The program as a folder:  target\installer\Lineup
echo   its window              Lineup.exe
echo   its command             app\bin\lineup.cmd   (put that folder on your PATH)
if exist "target\installer\Lineup-%VERSION%.msi" (
  echo The package:              target\installer\Lineup-%VERSION%.msi
) else (
  echo No package was made: that needs the WiX Toolset, see https://wixtoolset.org
)
