package app.lineup.boot;

import app.lineup.gui.text.Texts;
import app.lineup.library.Library;
import app.lineup.library.LibrarySource;
import app.lineup.library.RuleRow;
import app.lineup.model.RuleKind;
import java.util.List;

/// What a first start finds: the sample that comes with the program, and two examples that do something to it. It is no
/// step of the history, so that undo does not take it away.
final class Welcome {

  private Welcome() {}

  /// An empty library with that in it.
  static Library fill(Library empty) {
    Texts texts = Texts.of("welcome");
    long id = empty.nextId();
    return new Library(empty.version() + 1,
        List.of(new LibrarySource(id, texts.get("sample.name"), LibrarySource.Place.SAMPLE, "", true)),
        List.of(new RuleRow(id + 1, RuleKind.RULE, texts.get("example.rule"), true),
            new RuleRow(id + 2, RuleKind.EXCLUDE, texts.get("example.exclude"), true)),
        empty.settings(), empty.edits(), id + 3);
  }
}
