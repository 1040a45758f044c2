package app.lineup.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the command lines that need no library: each option is written out, once, with its value behind it. Anything
/// else (help, a mistake, a short form) it leaves to [PicocliReader], which is always right and costs 0.1 s to load.
///
/// Where this one understands a line the other one understands it the same way; a test holds them to it.
final class PlainReader {

  private final Map<Option, List<String>> options = new EnumMap<>(Option.class);
  private final List<String> inputs = new ArrayList<>();
  private final Verb verb;

  private PlainReader(Verb verb) {
    this.verb = verb;
  }

  /// What was typed, or null where that is for the other reader to say.
  static @Nullable Call read(String... words) {
    Verb verb = words.length == 0 ? null : verbOf(words[0]);
    if (verb == null) {
      return null;
    }
    var reader = new PlainReader(verb);
    int at = 1;
    while (at < words.length) {
      int used = reader.take(words, at);
      if (used == 0) {
        return null;
      }
      at += used;
    }
    return new Call(verb, reader.options, reader.inputs);
  }

  /// How many words it could make sense of from `at` on.
  private int take(String[] words, int at) {
    String word = words[at];
    if (isPlain(word)) {
      inputs.add(word);
      return verb.takesInputs() ? 1 : 0;
    }
    int equals = word.startsWith("--") ? word.indexOf('=') : -1;
    Option option = optionOf(equals < 0 ? word : word.substring(0, equals));
    if (option == null || options.containsKey(option) && option.takes() != Option.Takes.MANY_VALUES) {
      return 0;
    }
    if (option.takes() == Option.Takes.NOTHING) {
      options.put(option, List.of());
      return equals < 0 ? 1 : 0;
    }
    if (equals >= 0) {
      return note(option, word.substring(equals + 1), 1);
    }
    return at + 1 < words.length ? note(option, words[at + 1], 2) : 0;
  }

  private int note(Option option, String value, int used) {
    if (!isPlain(value)) {
      return 0;
    }
    options.computeIfAbsent(option, any -> new ArrayList<>(1)).add(value);
    return used;
  }

  /// Whether a word is certainly not an option.
  private static boolean isPlain(String word) {
    return word.equals("-") || !word.isEmpty() && word.charAt(0) != '-';
  }

  private static @Nullable Verb verbOf(String word) {
    for (Verb verb : Verb.values()) {
      if (verb.word().equals(word)) {
        return verb;
      }
    }
    return null;
  }

  private @Nullable Option optionOf(String name) {
    for (Option option : verb.options()) {
      if (option.names().contains(name)) {
        return option;
      }
    }
    return null;
  }
}
