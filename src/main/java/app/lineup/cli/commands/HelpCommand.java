package app.lineup.cli.commands;

import app.lineup.cli.args.PicocliReader;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.Texts;
import app.lineup.rule.syntax.Vocabulary;
import app.lineup.rule.syntax.Word;
import java.util.ArrayList;
import java.util.List;

/// `lineup help`: the help of a command, and the reference of the rule language. Thread-safe: no state.
final class HelpCommand {

  private static final int WIDTH = 96;
  private static final int NAMES = 26;
  private static final String RULES = "rules";

  /// The text for what was asked, the program's own help where nothing was.
  String text(List<String> topics) throws UsageException {
    if (topics.size() > 1) {
      throw new UsageException(topics.get(1), Texts.get("usage.no-place"), Texts.get("usage.see-help", "lineup help"));
    }
    String topic = topics.isEmpty() ? "" : topics.getFirst();
    return topic.equals(RULES) ? rules() : new PicocliReader().helpOf(topic).orElseThrow(
        () -> new UsageException(topic, Texts.get("help.no-topic"), Texts.get("help.no-topic.advice")));
  }

  private static String rules() {
    List<String> lines = new ArrayList<>(wrapped(Texts.get("help.rules"), 0));
    for (Word.Kind chapter : Word.Kind.values()) {
      lines.add("");
      lines.add(chapter.heading());
      Vocabulary.words().stream().filter(word -> word.kind() == chapter).forEach(word -> entry(word, lines));
    }
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  private static void entry(Word word, List<String> lines) {
    String names = "  " + String.join(" ", word.name(), String.join(" ", word.also())).strip();
    List<String> says = wrapped(word.says(), NAMES);
    boolean fits = names.length() < NAMES - 1;
    lines.add(fits ? names + " ".repeat(NAMES - names.length()) + says.getFirst().strip() : names);
    lines.addAll(fits ? says.subList(1, says.size()) : says);
    lines.add(" ".repeat(NAMES) + "  " + word.example());
  }

  private static List<String> wrapped(String text, int indent) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder(" ".repeat(indent));
      for (String word : paragraph.split(" ", -1)) {
        if (line.length() + word.length() > WIDTH && line.length() > indent) {
          lines.add(line.toString().stripTrailing());
          line = new StringBuilder(" ".repeat(indent));
        }
        line.append(word).append(' ');
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
