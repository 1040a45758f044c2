package app.lineup.gui.rules.model;

import app.lineup.rule.syntax.Vocabulary;
import app.lineup.rule.syntax.Word;
import java.util.ArrayList;
import java.util.List;

/// The reference of the rule language, from the table that the parser reads, too. Thread-safe: no state.
public final class HelpViewModel {

  /// Word after word, chapter after chapter.
  public List<HelpRow> rows() {
    List<HelpRow> rows = new ArrayList<>();
    for (Word.Kind chapter : Word.Kind.values()) {
      String heading = chapter.heading();
      for (Word word : Vocabulary.words()) {
        if (word.kind() == chapter) {
          String names = String.join("  ", word.name(), String.join("  ", word.also())).strip();
          rows.add(new HelpRow(heading, names, word.says(), word.example()));
          heading = "";
        }
      }
    }
    return List.copyOf(rows);
  }
}
