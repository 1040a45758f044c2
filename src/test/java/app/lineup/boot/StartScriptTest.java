package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the start script hands to java, with a java that only says what it was given.
@EnabledOnOs(OS.LINUX)
final class StartScriptTest {

  @TempDir
  private Path folder;
  private Path java;
  private Path said;

  @BeforeEach
  void pretendToBeJava() throws IOException {
    said = folder.resolve("said");
    java = Files.writeString(folder.resolve("java"), """
        #!/bin/sh
        zero=$(readlink /proc/$$/fd/0) one=$(readlink /proc/$$/fd/1) two=$(readlink /proc/$$/fd/2)
        printf '%s\\n' "LC_ALL=$LC_ALL" "$zero" "$one" "$two" > "$SAID"
        printf '%s\\n' "$@" > "$SAID.words"
        """);
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  private String start(String before, String after) throws IOException, InterruptedException {
    String command = before + " exec sh installers/common/lineup.in " + after;
    var builder = new ProcessBuilder("sh", "-c", command);
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG"));
    builder.environment().put("LINEUP_JAVA", java.toString());
    builder.environment().put("SAID", said.toString());
    builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
    assertThat(builder.start().waitFor(20, TimeUnit.SECONDS)).isTrue();
    return Files.readString(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<&-", ">&-", "2>&-", "<&- >&- 2>&-"})
  void noStandardStreamIsClosed(String closed) throws Exception {
    assertThat(start("", closed).lines()).hasSize(4).contains("/dev/null");
  }

  @Test
  void openStreamsStayWhatTheyAre() throws Exception {
    assertThat(start("", "").lines()).hasSize(4).doesNotContain("/dev/null");
  }

  /// The window has options of its own; whatever the terminal has to explain goes to the terminal.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ''                      | @window.options@ | @main@
      --data 'a folder'       | @window.options@ | @main@,--data,a folder
      '--data="a folder"'     | @window.options@ | @main@,--data=a folder
      --data                  | @jvm.options@    | @main@,--data
      --data folder build     | @jvm.options@    | @main@,--data,folder,build
      --help                  | @jvm.options@    | @main@,--help
      build --data            | @jvm.options@    | @main@,build,--data
      check list.m3u          | @jvm.options@    | @main@,check,list.m3u
      """)
  void aDataFolderAloneOpensTheWindow(String typed, String options, String words) throws Exception {
    start("", typed);
    assertThat(Files.readAllLines(Path.of(said + ".words"))).startsWith(options).endsWith(words.split(","));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ''                               | C.UTF-8
      LC_ALL=C                         | C.UTF-8
      LANG=POSIX                       | C.UTF-8
      LC_ALL=C LANG=en_US.UTF-8        | C.UTF-8
      LC_CTYPE=C LANG=en_US.UTF-8      | C.UTF-8
      LC_ALL=de_DE.utf8                | de_DE.utf8
      LANG=en_US.UTF-8                 | ''
      LC_CTYPE=en_US.UTF-8 LANG=C      | ''
      """)
  void lettersBeyondAsciiReachJava(String locale, String given) throws Exception {
    assertThat(start(locale.isEmpty() ? "" : "export " + locale + ";", "")).startsWith("LC_ALL=" + given + "\n");
  }

  /// What java is given by a program that lies in `folder`.
  private List<String> given(String... words) throws IOException, InterruptedException {
    String template = Files.readString(Path.of("installers/common/lineup.in"));
    Path script = folder.resolve("home/bin/lineup");
    Files.createDirectories(script.getParent());
    Files.writeString(script, template.replace("@java@", java.toString()));
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$SAID\"\n");
    Path link = folder.resolve("linked");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, script);
    var command = new ArrayList<>(List.of("sh", link.toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command);
    builder.environment().remove("LINEUP_JAVA");
    builder.environment().put("SAID", said.toString());
    builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
    assertThat(builder.start().waitFor(20, TimeUnit.SECONDS)).isTrue();
    return Files.readAllLines(said);
  }

  /// Where the caches lie that the program made anew for this user.
  private Path own() {
    return folder.resolve("data/lineup/starts/@build@");
  }

  private void makeCaches() throws IOException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.createFile(home.resolve("lineup.aot"));
    Files.createFile(home.resolve("window.aot"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "check|a.m3u", "build|--memory|512M", "--version"})
  void aCrashIsWrittenWhereOnlyTheUserReadsIt(String line) throws Exception {
    makeCaches();
    Path data = folder.resolve("data/lineup");
    assertThat(given(line.isEmpty() ? new String[0] : line.split("\\|")))
        .contains("-XX:ErrorFile=" + data + "/crash-%p.log");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data))).isEqualTo("rwx------");
    for (String options : List.of("jvm.options", "window.options")) {
      assertThat(Path.of("installers/common", options)).content().contains("-XX:-UsePerfData");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--data=/tmp/a b", "--data|/tmp/a b"})
  void theWindowIsStartedWithItsOptionsAndItsCache(String line) throws Exception {
    makeCaches();
    String[] words = line.isEmpty() ? new String[0] : line.split("\\|");
    assertThat(given(words)).startsWith("@window.options@").endsWith(words)
        .contains("-XX:AOTCache=" + folder + "/home/bin/../window.aot");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "check|a b.m3u", "--data", "serve|--data|x"})
  void aCommandIsStartedWithTheTerminals(String line) throws Exception {
    makeCaches();
    String[] words = line.split("\\|");
    assertThat(given(words)).startsWith("@jvm.options@").endsWith(words)
        .contains("-XX:AOTCache=" + folder + "/home/bin/../lineup.aot");
  }

  /// A heap that the JVM would refuse is left to the program to explain.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      build a.m3u --memory 512M        | -Xmx486m
      build --memory=96m a.m3u         | -Xmx91m
      build --memory 1G --map x        | -Xmx1G
      build --memory 48M a.m3u         | -Xmx48M
      build --memory 4K a.m3u          | ''
      build --memory 47M a.m3u         | ''
      build --memory 16M a.m3u         | ''
      build --memory lots a.m3u        | ''
      build a.m3u --memory             | ''
      build a.m3u                      | ''
      """)
  void theHeapIsWhatTheRunMayUse(String typed, String heap) throws Exception {
    List<String> heaps = given(typed.split(" ")).stream().filter(word -> word.startsWith("-Xmx")).toList();
    assertThat(heaps).isEqualTo(heap.isEmpty() ? List.of() : List.of(heap));
  }

  @Test
  void oneThatWasMadeAnewGoesBeforeTheOneThatCameWithTheProgram() throws Exception {
    makeCaches();
    Path made = Files.createFile(Files.createDirectories(own()).resolve("lineup.aot"));
    assertThat(given("check", "a.m3u")).contains("-XX:AOTCache=" + made);
    assertThat(given()).contains("-XX:AOTCache=" + folder + "/home/bin/../window.aot");
  }

  @Test
  void whoeverAsksForTheVersionIsToldOfTheCaches() throws Exception {
    makeCaches();
    assertThat(given("--version", "--verbose")).contains("-Dlineup.starts=" + own(),
        "-Dlineup.cache=" + folder + "/home/bin/../lineup.aot",
        "-Dlineup.window.cache=" + folder + "/home/bin/../window.aot");
    assertThat(given("check", "a.m3u")).noneMatch(word -> word.startsWith("-Dlineup."));
  }

  @Test
  void cachesThatWereNotMadeAreNotAskedFor() throws Exception {
    assertThat(given()).startsWith("@window.options@").noneMatch(word -> word.contains("AOTCache"));
    assertThat(given("check", "a.m3u")).startsWith("@jvm.options@").noneMatch(word -> word.contains("AOTCache"));
  }
}
