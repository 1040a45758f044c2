package app.lineup.gui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys, bundles and code agree: no text is missing, none is left over, and none is written anywhere else.
final class BundlesTest {

  private static final Path CODE = Path.of("src", "main", "java", "app", "lineup");
  private static final Path RESOURCES = Path.of("resources", "app", "lineup");
  private static final Set<String> ROOMS =
      Set.of("channels", "sources", "rules", "run", "publish", "settings", "shell", "common");
  private static final Pattern IN_VIEW = Pattern.compile("\"%([^\"]+)\"");
  private static final Pattern PLAIN_TEXT = Pattern.compile("(?:text|promptText)=\"(?!%)[^\"]+\"");
  private static final Pattern IN_CODE = Pattern.compile("(?:get|getString|amount|refuse)\\(([^;]*)");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z.-]*)\"");

  @ParameterizedTest
  @ValueSource(
      strings = {"common", "shell", "channels", "sources", "rules", "run", "publish", "settings", "history", "welcome"})
  void aRoomHasJustTheTextsThatItUses(String room) throws IOException {
    Set<String> used = new TreeSet<>();
    for (Path view : views(room)) {
      String text = Files.readString(view);
      IN_VIEW.matcher(text).results().forEach(key -> used.add(key.group(1)));
      assertThat(PLAIN_TEXT.matcher(text).results().map(found -> found.group())).isEmpty();
    }
    Set<String> named = namedInCode(room);
    var bundle = new Properties();
    try (Reader file = Files.newBufferedReader(RESOURCES.resolve("i18n/" + room + ".properties"))) {
      bundle.load(file);
    }
    Set<String> keys = bundle.stringPropertyNames();
    assertThat(keys).containsAll(used);
    // A room's name, where a call names the room and not a text.
    named.removeIf(name -> ROOMS.contains(name) && keys.stream().noneMatch(key -> isNamed(key, name)));
    for (String name : named) {
      assertThat(keys).as("what the code calls " + name).anyMatch(key -> isNamed(key, name));
    }
    assertThat(keys).allMatch(key -> used.contains(key) || named.stream().anyMatch(name -> isNamed(key, name)));
    assertThat(bundle.values()).allMatch(text -> !text.toString().isBlank());
  }

  private static List<Path> views(String room) throws IOException {
    Path folder = RESOURCES.resolve("gui/" + room);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".fxml")).toList();
    }
  }

  /// A name that ends with a dot is the beginning of several keys; amounts have two texts.
  private static boolean isNamed(String key, String name) {
    return key.equals(name) || key.equals(name + ".one") || key.equals(name + ".many")
        || name.endsWith(".") && key.startsWith(name)
        || key.startsWith("about." + name) || key.startsWith("advice." + name);
  }

  private static Set<String> namedInCode(String room) throws IOException {
    Set<String> named = new TreeSet<>();
    for (Path folder : switch (room) {
      case "common" -> new Path[] {CODE.resolve("gui/fx")};
      case "welcome" -> new Path[] {CODE.resolve("boot/Welcome.java")};
      case "history" -> new Path[] {CODE.resolve("gui/document")};
      default -> new Path[] {CODE.resolve("gui/" + room)};
    }) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          IN_CODE.matcher(Files.readString(file)).results()
              .forEach(call -> LITERAL.matcher(call.group(1)).results().forEach(key -> named.add(key.group(1))));
        }
      }
    }
    return named;
  }
}
