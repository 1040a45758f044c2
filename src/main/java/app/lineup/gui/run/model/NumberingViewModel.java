package app.lineup.gui.run.model;

import app.lineup.gui.text.Texts;
import app.lineup.model.NumberRange;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// In which order a run publishes channels, and how it numbers them in it. Not thread-safe; used by the window's
/// thread.
public final class NumberingViewModel {

  private final Texts texts;
  private final ObjectProperty<Numbers> numbers = new SimpleObjectProperty<>(Numbers.NONE);
  private final StringProperty first = new SimpleStringProperty("1");
  private final StringProperty ranges = new SimpleStringProperty("");
  private final ObjectProperty<Sequence> sequence = new SimpleObjectProperty<>(Sequence.LOADED);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  NumberingViewModel(Texts texts) {
    this.texts = texts;
    numbers.subscribe(() -> problem.set(""));
    first.subscribe(() -> problem.set(""));
    ranges.subscribe(() -> problem.set(""));
  }

  public ObjectProperty<Numbers> numbers() {
    return numbers;
  }

  /// The order of the channels.
  public ObjectProperty<Sequence> sequence() {
    return sequence;
  }

  /// The order as a run takes it.
  public Order asOrder() {
    return switch (sequence.get()) {
      case LOADED -> Order.AS_LOADED;
      case GROUPS -> Order.BY_GROUP_AND_NAME;
      case NAMES -> Order.BY_NAME;
    };
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
    return switch (numbers.get()) {
      case NONE -> Optional.of(new Numbering.None());
      case KEEP -> Optional.of(new Numbering.Keep());
      case FROM -> from();
      case RANGES -> inRanges();
    };
  }

  private Optional<Numbering> inRanges() {
    List<NumberRange> all = new ArrayList<>();
    for (String line : ranges.get().lines().filter(text -> !text.isBlank()).toList()) {
      Optional<NumberRange> range = NumberRange.parse(line);
      if (range.isEmpty()) {
        return mistaken(texts.get("problem.range", line.strip()));
      }
      all.add(range.get());
    }
    Optional<NumberRange.Clash> clash = NumberRange.clash(all);
    if (clash.isPresent()) {
      return mistaken(texts.get("problem.ranges-clash", clash.get().one(), clash.get().other()));
    }
    return all.isEmpty() ? mistaken(texts.get("problem.no-range")) : Optional.of(new Numbering.Ranges(all));
  }

  private Optional<Numbering> mistaken(String what) {
    problem.set(what);
    return Optional.empty();
  }

  private Optional<Numbering> from() {
    try {
      return Optional.of(new Numbering.From(Integer.parseInt(first.get().strip())));
    } catch (IllegalArgumentException _) {
      return mistaken(texts.get("problem.first"));
    }
  }
}
