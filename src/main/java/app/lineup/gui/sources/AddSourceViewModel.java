package app.lineup.gui.sources;

import app.lineup.gui.text.Texts;
import app.lineup.model.Address;
import app.lineup.model.Location;
import app.lineup.model.Source;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Turns what was typed, pasted, dropped or chosen into sources. Confined to the window's thread.
public final class AddSourceViewModel {

  /// Nobody pastes more lists on purpose.
  private static final int MOST_LINES = 100;

  private final Texts texts;
  private final BiConsumer<Source, String> taker;
  private final StringProperty address = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /// @param taker is given each source, and its place in words
  AddSourceViewModel(Texts texts, BiConsumer<Source, String> taker) {
    this.texts = texts;
    this.taker = taker;
    address.subscribe(() -> problem.set(""));
  }

  /// What is typed where an address is added.
  public StringProperty address() {
    return address;
  }

  /// What is wrong with what was to be added, empty where nothing is.
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  void sayTwice(String name) {
    problem.set(texts.get("problem.twice", name));
  }

  /// Adds files.
  public void addFiles(List<Path> files) {
    problem.set("");
    files.forEach(this::addFile);
  }

  private void addFile(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    if (Files.isDirectory(whole)) {
      problem.set(texts.get("problem.folder", whole));
    } else {
      taker.accept(new Source(String.valueOf(whole.getFileName()), new Location.OfFile(whole)), whole.toString());
    }
  }

  /// Adds the address that is typed.
  public void addAddress() {
    if (addText(address.get())) {
      String said = problem.get();
      address.set("");
      problem.set(said);
    }
  }

  /// Adds what was pasted or dropped: files, else addresses or the paths of files, one a line.
  public void addPasted(List<Path> files, String text) {
    if (files.isEmpty()) {
      problem.set("");
      // Up to the first that is none: what is wrong with it is what is said.
      var _ = text.lines().filter(line -> !line.isBlank()).limit(MOST_LINES).allMatch(this::addText);
    } else {
      addFiles(files);
    }
  }

  private boolean addText(String typed) {
    String text = typed.strip();
    return switch (Address.scheme(text)) {
      case "http", "https" -> addAddress(Address.parse(text));
      case "" -> {
        Optional<Path> file = existing(text);
        file.ifPresentOrElse(this::addFile, () -> problem.set(texts.get("problem.neither")));
        yield file.isPresent();
      }
      default -> {
        problem.set(texts.get("problem.scheme"));
        yield false;
      }
    };
  }

  private boolean addAddress(Optional<URI> address) {
    address.ifPresentOrElse(
        uri -> {
          var location = new Location.OfUrl(uri);
          taker.accept(new Source(uri.getHost() == null ? location.toString() : uri.getHost(), location),
              location.toString());
        },
        () -> problem.set(texts.get("problem.no-address")));
    return address.isPresent();
  }

  private static Optional<Path> existing(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text)).filter(Files::exists);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
