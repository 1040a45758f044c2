package app.lineup.gui.run;

import app.lineup.gui.text.Texts;
import app.lineup.model.Numbering;
import app.lineup.model.Target;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Where the playlist goes and how its channels are numbered. Confined to the window's thread.
public final class SavingViewModel {

  private final Texts texts;
  private final StringProperty target;
  private final ObjectProperty<Numbers> numbers = new SimpleObjectProperty<>(Numbers.NONE);
  private final StringProperty first = new SimpleStringProperty("1");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /// @param target where the playlist goes at first
  SavingViewModel(Texts texts, Path target) {
    this.texts = texts;
    this.target = new SimpleStringProperty(target.toString());
    this.target.subscribe(() -> problem.set(""));
    numbers.subscribe(() -> problem.set(""));
    first.subscribe(() -> problem.set(""));
  }

  public StringProperty target() {
    return target;
  }

  public ObjectProperty<Numbers> numbers() {
    return numbers;
  }

  /// The first number, as it is typed.
  public StringProperty first() {
    return first;
  }

  /// What is wrong with what is typed, empty where nothing is.
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /// The target as a path, for a dialog to begin at.
  public Path targetPath() {
    try {
      return Path.of(target.get().strip());
    } catch (InvalidPathException _) {
      return Path.of("");
    }
  }

  /// The target as a run takes it, empty and said in [#problem] where it is none.
  Optional<Target> asTarget() {
    Path path = targetPath();
    if (path.toString().isEmpty()) {
      return refuse("problem.no-target");
    }
    Path folder = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path)) {
      return refuse("problem.target-folder");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      return refuse("problem.no-folder");
    }
    return Optional.of(new Target.OfFile(path.toAbsolutePath()));
  }

  /// The numbering as a run takes it, empty and said in [#problem] where it is none.
  Optional<Numbering> asNumbering() {
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
      return refuse("problem.first");
    }
  }

  private <T> Optional<T> refuse(String key) {
    problem.set(texts.get(key));
    return Optional.empty();
  }
}
