package app.lineup.rule.set;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// The rule sets that the program brings along. Their rules are files of the same form as anybody's; their words stand
/// in `ready.properties`. Thread-safe: no state.
public final class ReadySets {

  /// Stands before the id of a ready-made set where a file could be named as well.
  public static final String PREFIX = "ready:";

  private static final List<String> IDS = List.of(
      "country-groups", "timeshift", "quality-tags", "clean-names", "separators", "hide-adult");

  private ReadySets() {}

  /// What they are called by, in the order in which they make sense beside each other.
  public static List<String> ids() {
    return IDS;
  }

  /// One of them.
  ///
  /// @param id one of [#ids]
  public static RuleSetFile of(String id) {
    if (!IDS.contains(id)) {
      throw new IllegalArgumentException("no ready-made rule set " + id);
    }
    try (InputStream file = open(id + ".json"); InputStream words = open("ready.properties")) {
      var texts = new Properties();
      texts.load(new InputStreamReader(words, StandardCharsets.UTF_8));
      RuleSetFile read = RuleSetFile.read(PREFIX + id, file.readAllBytes());
      return new RuleSetFile(read.file(), worded(id, read.set(), texts), read.lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuleSetException e) {
      throw new IllegalStateException("the program's own rule set " + id + ": " + e.what(), e);
    }
  }

  private static RuleSet worded(String id, RuleSet set, Properties texts) {
    List<SetEntry> entries = new ArrayList<>();
    for (SetEntry entry : set.entries()) {
      String note = text(texts, id + ".note." + (entries.size() + 1));
      entries.add(new SetEntry(entry.kind(), entry.text(), entry.on(), note));
    }
    return new RuleSet(text(texts, id + ".name"), text(texts, id + ".description"), entries);
  }

  private static String text(Properties texts, String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("the program lacks the text " + key);
    }
    return text;
  }

  private static InputStream open(String name) {
    InputStream file = ReadySets.class.getResourceAsStream(name);
    if (file == null) {
      throw new IllegalStateException("the program lacks its " + name);
    }
    return file;
  }
}
