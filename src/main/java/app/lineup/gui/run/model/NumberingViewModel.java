package app.lineup.gui.run.model;

import app.lineup.app.session.ChosenNumbering;
import app.lineup.app.session.Session;
import app.lineup.gui.document.SettingProperties;
import app.lineup.gui.text.Texts;
import app.lineup.library.NumberScheme;
import app.lineup.library.Part;
import app.lineup.library.Sequence;
import app.lineup.library.Setting;
import app.lineup.model.Numbering;
import java.util.EnumSet;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;

/// In which order a run publishes channels, and how it numbers them in it. Not thread-safe; used by the window's
/// thread.
public final class NumberingViewModel {

  private final Texts texts;
  private final Session session;
  private final ObjectProperty<NumberScheme> numbers;
  private final StringProperty first;
  private final StringProperty ranges;
  private final ObjectProperty<Sequence> sequence;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  NumberingViewModel(Texts texts, SettingProperties settings) {
    this.texts = texts;
    this.session = settings.session();
    numbers = settings.choice(Setting.NUMBERS, NumberScheme.values(), NumberScheme.NONE);
    first = settings.text(Setting.FIRST_NUMBER, "1");
    ranges = settings.text(Setting.RANGES, "");
    sequence = settings.choice(Setting.SEQUENCE, Sequence.values(), Sequence.LOADED);
    session.listen(EnumSet.of(Part.NUMBERING), library -> problem.set(""));
  }

  public ObjectProperty<NumberScheme> numbers() {
    return numbers;
  }

  /// The order of the channels.
  public ObjectProperty<Sequence> sequence() {
    return sequence;
  }

  /// The first number, as it is typed.
  public StringProperty first() {
    return first;
  }

  /// The ranges of groups, as they are typed: one a line.
  public StringProperty ranges() {
    return ranges;
  }

  /// What is wrong with what is typed, empty where nothing is.
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /// The numbering as a run takes it, empty and said in [#problem] where it is none.
  public Optional<Numbering> asNumbering() {
    ChosenNumbering chosen = ChosenNumbering.of(session.library());
    problem.set(switch (chosen) {
      case ChosenNumbering.Right(Numbering _) -> problem.get();
      case ChosenNumbering.BadRange(String line) -> texts.get("problem.range", line);
      case ChosenNumbering.Clash(String one, String other) -> texts.get("problem.ranges-clash", one, other);
      case ChosenNumbering.NoRange() -> texts.get("problem.no-range");
      case ChosenNumbering.BadFirst() -> texts.get("problem.first");
    });
    return chosen.understood();
  }
}
