package app.lineup.gui.run;

import app.lineup.gui.text.Texts;
import app.lineup.model.Numbering;
import app.lineup.model.Order;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// In which order a run publishes channels, and how it numbers them in it. Confined to the window's thread.
public final class NumberingViewModel {

  private final Texts texts;
  private final ObjectProperty<Numbers> numbers = new SimpleObjectProperty<>(Numbers.NONE);
  private final StringProperty first = new SimpleStringProperty("1");
  private final ObjectProperty<Sequence> sequence = new SimpleObjectProperty<>(Sequence.LOADED);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  NumberingViewModel(Texts texts) {
    this.texts = texts;
    numbers.subscribe(() -> problem.set(""));
    first.subscribe(() -> problem.set(""));
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
    };
  }

  private Optional<Numbering> from() {
    try {
      return Optional.of(new Numbering.From(Integer.parseInt(first.get().strip())));
    } catch (IllegalArgumentException _) {
      problem.set(texts.get("problem.first"));
      return Optional.empty();
    }
  }
}
