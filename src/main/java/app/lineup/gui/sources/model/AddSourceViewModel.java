package app.lineup.gui.sources.model;

import app.lineup.gui.text.Texts;
import app.lineup.model.Address;
import app.lineup.model.Location;
import app.lineup.model.Source;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Turns what was typed, pasted, dropped or chosen into sources. Not thread-safe; used by the window's thread; whether
/// there are such files is asked on another, since a drive may be slow to say so.
public final class AddSourceViewModel {

  /// Nobody pastes more lists on purpose.
  private static final int MOST_LINES = 100;

  private final Texts texts;
  private final Executor quick;
  private final Executor window;
  private final BiConsumer<Source, String> taker;
  private final StringProperty address = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private int underWay;

  /// What a line or a file turned out to be.
  private sealed interface Found {
    record Addition(Source source, String place) implements Found {}

    record Problem(String text) implements Found {}
  }

  /// @param quick  for what takes no longer than a moment
  /// @param window carries work to the window's thread
  /// @param taker  is given each source, and its place in words
  AddSourceViewModel(Texts texts, Executor quick, Executor window, BiConsumer<Source, String> taker) {
    this.texts = texts;
    this.quick = quick;
    this.window = window;
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

  /// Whether something is being added.
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  void sayTwice(String name) {
    problem.set(texts.get("problem.twice", name));
  }

  /// Adds files.
  public void addFiles(List<Path> files) {
    add(() -> files.stream().map(this::file).toList(), () -> {});
  }

  /// Adds the address that is typed.
  public void addAddress() {
    String typed = address.get();
    add(() -> List.of(line(typed)), () -> {
      if (address.get().equals(typed)) {
        address.set("");
      }
    });
  }

  /// Adds what was pasted or dropped: files, else addresses or the paths of files, one a line.
  public void addPasted(List<Path> files, String text) {
    if (files.isEmpty()) {
      add(() -> lines(text), () -> {});
    } else {
      addFiles(files);
    }
  }

  /// @param added what to do where nothing was wrong
  private void add(Supplier<List<Found>> look, Runnable added) {
    problem.set("");
    underWay++;
    busy.set(true);
    quick.execute(() -> {
      List<Found> found = look.get();
      window.execute(() -> {
        take(found, added);
        underWay--;
        busy.set(underWay > 0);
      });
    });
  }

  private void take(List<Found> found, Runnable added) {
    if (found.stream().noneMatch(Found.Problem.class::isInstance)) {
      added.run();
    }
    for (Found each : found) {
      switch (each) {
        case Found.Addition(Source source, String place) -> taker.accept(source, place);
        case Found.Problem(String text) -> problem.set(text);
      }
    }
  }

  /// Up to the first that is none: what is wrong with it is what is said.
  private List<Found> lines(String text) {
    List<Found> found = new ArrayList<>();
    for (String line : text.lines().filter(each -> !each.isBlank()).limit(MOST_LINES).toList()) {
      found.add(line(line));
      if (found.getLast() instanceof Found.Problem) {
        break;
      }
    }
    return found;
  }

  private Found file(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    return Files.isDirectory(whole)
        ? new Found.Problem(texts.get("problem.folder", whole))
        : new Found.Addition(
            new Source(String.valueOf(whole.getFileName()), new Location.OfFile(whole)), whole.toString());
  }

  private Found line(String typed) {
    String text = typed.strip();
    return switch (Address.scheme(text)) {
      case "http", "https" -> Address.parse(text).map(AddSourceViewModel::address)
          .orElseGet(() -> new Found.Problem(texts.get("problem.no-address")));
      case "", "file" -> existing(text).map(this::file)
          .orElseGet(() -> new Found.Problem(texts.get("problem.neither")));
      default -> new Found.Problem(texts.get("problem.scheme"));
    };
  }

  private static Found address(URI uri) {
    var location = new Location.OfUrl(uri);
    String place = location.toString();
    return new Found.Addition(new Source(uri.getHost() == null ? place : uri.getHost(), location), place);
  }

  /// The file that `text` means: its path, or the `file:` address that some programs put in its place.
  private static Optional<Path> existing(String text) {
    try {
      Path path = Address.scheme(text).isEmpty() ? Path.of(text) : Path.of(URI.create(text));
      return Optional.of(path).filter(file -> !text.isEmpty() && Files.exists(file));
    } catch (IllegalArgumentException | FileSystemNotFoundException _) {
      return Optional.empty();
    }
  }
}
