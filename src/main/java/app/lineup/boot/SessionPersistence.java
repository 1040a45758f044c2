package app.lineup.boot;

import app.lineup.gui.rules.model.Kind;
import app.lineup.gui.rules.model.RuleViewModel;
import app.lineup.gui.rules.model.RulesViewModel;
import app.lineup.gui.run.model.LastRun;
import app.lineup.gui.run.model.NumberingViewModel;
import app.lineup.gui.run.model.Numbers;
import app.lineup.gui.run.model.Sequence;
import app.lineup.gui.shell.model.Room;
import app.lineup.gui.sources.model.SourceViewModel;
import app.lineup.library.file.KeptRule;
import app.lineup.library.file.KeptSource;
import app.lineup.library.file.KeptSource.Place;
import app.lineup.library.file.Preferences;
import app.lineup.model.Address;
import app.lineup.model.Location;
import app.lineup.model.Source;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Fills the rooms with what the library kept, and has it keep what changes in them. Not thread-safe; used by the
/// window's thread.
final class SessionPersistence {

  private static final String WELCOMED = "welcomed";
  private static final String ROOM = "room";
  private static final String NUMBERS = "numbers";
  private static final String LAST_RUN = "run.last";
  private static final String SEQUENCE = "sequence";
  private static final String RANGES = "numbers.ranges";
  private static final String FIRST_NUMBER = "numbers.first";

  private final WindowModule rooms;
  private final OpenedLibrary shelf;
  private final Preferences preferences;

  private SessionPersistence(WindowModule rooms, OpenedLibrary shelf, Preferences preferences) {
    this.rooms = rooms;
    this.shelf = shelf;
    this.preferences = preferences;
  }

  /// Joins them.
  ///
  /// @param preferences those of the same library
  static void join(WindowModule rooms, OpenedLibrary shelf, Preferences preferences) {
    var keeping = new SessionPersistence(rooms, shelf, preferences);
    boolean first = preferences.get(WELCOMED, "").isEmpty();
    if (!first) {
      keeping.restore();
    }
    keeping.listen();
    if (first) {
      rooms.welcome(shelf.sample());
      preferences.set(WELCOMED, "true");
    }
  }

  private void restore() {
    rooms.sources().restore(shelf.kept().sources().stream().flatMap(source -> source(source).stream()).toList(), shelf.sample());
    RulesViewModel rules = rooms.rules();
    for (KeptRule rule : shelf.kept().rules()) {
      RuleViewModel row = rules.add(kind(rule), rule.text());
      row.on().set(rule.on());
    }
    rules.selected().set(rules.rows().isEmpty() ? null : rules.rows().getFirst());
    rules.begin();
    NumberingViewModel numbering = rooms.run().numbering();
    named(Numbers.values(), preferences.get(NUMBERS, "")).ifPresent(numbering.numbers()::set);
    named(Sequence.values(), preferences.get(SEQUENCE, "")).ifPresent(numbering.sequence()::set);
    numbering.ranges().set(preferences.get(RANGES, ""));
    numbering.first().set(preferences.get(FIRST_NUMBER, numbering.first().get()));
    LastRun.of(preferences.get(LAST_RUN, "")).ifPresent(rooms.run().outcome()::restore);
    named(Room.values(), preferences.get(ROOM, "")).ifPresent(rooms.shell().room()::set);
  }

  private Optional<Source> source(KeptSource kept) {
    Optional<Location> location = switch (kept.place()) {
      case SAMPLE -> Optional.of(new Location.OfFile(shelf.sample()));
      case FILE -> path(kept.text()).map(Location.OfFile::new);
      case URL -> Address.parse(kept.text()).map(Location.OfUrl::new);
    };
    return location.map(place -> new Source(kept.name(), place));
  }

  /// A library that was carried over from another system may hold paths that are none here.
  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private void listen() {
    rooms.sources().rows().subscribe(this::keepSources);
    rooms.rules().rows().subscribe(this::keepRules);
    NumberingViewModel numbering = rooms.run().numbering();
    numbering.numbers().subscribe((before, now) -> preferences.set(NUMBERS, now.name()));
    numbering.sequence().subscribe((before, now) -> preferences.set(SEQUENCE, now.name()));
    numbering.ranges().subscribe((before, now) -> preferences.set(RANGES, now));
    numbering.first().subscribe((before, now) -> preferences.set(FIRST_NUMBER, now));
    rooms.run().outcome().remembered().subscribe(run -> {
      if (run != null) {
        preferences.set(LAST_RUN, run.text());
      }
    });
    rooms.shell().room().subscribe((before, now) -> preferences.set(ROOM, now.name()));
  }

  private void keepSources() {
    shelf.writes().sources(rooms.sources().rows().stream().map(this::kept).toList());
  }

  private KeptSource kept(SourceViewModel row) {
    if (rooms.sources().isSample(row)) {
      return new KeptSource(row.name(), Place.SAMPLE, "");
    }
    return switch (row.source().location()) {
      case Location.OfFile(var path) -> new KeptSource(row.name(), Place.FILE, path.toString());
      case Location.OfUrl(var uri) -> new KeptSource(row.name(), Place.URL, uri.toString());
      case Location.StandardInput() -> throw new IllegalStateException("a window has no standard input");
    };
  }

  private void keepRules() {
    List<KeptRule> all = rooms.rules().rows().stream()
        .map(row -> new KeptRule(kind(row), row.text().get(), row.on().get())).toList();
    shelf.writes().rules(all);
  }

  private static KeptRule.Kind kind(RuleViewModel row) {
    return switch (row.kind().get()) {
      case RULE -> KeptRule.Kind.RULE;
      case INCLUDE -> KeptRule.Kind.INCLUDE;
      case EXCLUDE -> KeptRule.Kind.EXCLUDE;
    };
  }

  private static Kind kind(KeptRule rule) {
    return switch (rule.kind()) {
      case RULE -> Kind.RULE;
      case INCLUDE -> Kind.INCLUDE;
      case EXCLUDE -> Kind.EXCLUDE;
    };
  }

  private static <T extends Enum<T>> Optional<T> named(T[] all, String name) {
    return Stream.of(all).filter(one -> one.name().equals(name)).findFirst();
  }
}
