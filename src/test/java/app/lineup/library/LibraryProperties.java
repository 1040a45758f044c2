package app.lineup.library;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.session.Session;
import app.lineup.app.session.Sessions;
import app.lineup.library.LibraryChange.Added;
import app.lineup.library.LibraryChange.Changed;
import app.lineup.library.LibraryChange.Moved;
import app.lineup.library.LibraryChange.Removed;
import app.lineup.library.LibraryChange.SettingChanged;
import app.lineup.library.LibrarySource.Place;
import app.lineup.model.RuleKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever is done to a library can be taken back, step by step or out of order, and done again.
final class LibraryProperties {

  private static final RuleKind[] KINDS = RuleKind.values();

  /// What was made, without the counters that only grow.
  private record Made(List<LibrarySource> sources, List<RuleRow> rules, java.util.Map<Setting, String> settings) {}

  private static Made made(Session session) {
    Library now = session.library();
    return new Made(now.sources(), now.rules(), now.settings());
  }

  /// Some change that fits the library as it is.
  private static Optional<LibraryChange> some(Library library, Random random) {
    Part part = random.nextBoolean() ? Part.RULES : Part.SOURCES;
    List<? extends Row> rows = library.rows(part);
    int position = rows.isEmpty() ? 0 : random.nextInt(rows.size());
    return switch (random.nextInt(rows.isEmpty() ? 2 : 6)) {
      case 0 -> {
        Setting setting = Setting.values()[random.nextInt(Setting.values().length)];
        yield Optional.of(new SettingChanged(setting, library.setting(setting),
            random.nextInt(4) == 0 ? Optional.empty() : Optional.of(String.valueOf(random.nextInt(3)))));
      }
      case 1, 2 -> Optional.of(new Added(part == Part.RULES
          ? new RuleRow(library.nextId(), KINDS[random.nextInt(3)], "r" + random.nextInt(100), random.nextBoolean())
          : new LibrarySource(library.nextId(), "s" + random.nextInt(100), Place.URL, "http://h/" + random.nextInt(9),
              true),
          random.nextInt(rows.size() + 1)));
      case 3 -> Optional.of(new Removed(rows.get(position), position));
      case 4 -> Optional.of(new Moved(rows.get(position), position, random.nextInt(rows.size())));
      default -> Optional.of(new Changed(rows.get(position), changed(rows.get(position), random)));
    };
  }

  private static Row changed(Row row, Random random) {
    return switch (row) {
      case RuleRow rule -> random.nextBoolean() ? rule.withText("t" + random.nextInt(50)) : rule.withOn(!rule.on());
      case LibrarySource source -> new LibrarySource(
          source.id(), "n" + random.nextInt(50), source.place(), source.text(), random.nextBoolean());
    };
  }

  @Property(tries = 300)
  void everyStepIsUndoneAndDoneAgain(@ForAll long seed) {
    var random = new Random(seed);
    Session session = Sessions.empty();
    List<Made> states = new ArrayList<>(List.of(made(session)));
    for (int i = 0; i < 40; i++) {
      List<LibraryChange> changes = new ArrayList<>();
      Library then = session.library();
      for (int n = random.nextInt(3); n >= 0; n--) {
        Optional<LibraryChange> change = some(then, random);
        change.ifPresent(changes::add);
        then = change.map(then::with).orElse(then);
      }
      long before = session.library().version();
      session.change(Label.of("x"), changes);
      if (session.library().version() > before) {
        states.add(made(session));
      }
    }
    for (int i = states.size() - 1; i > 0; i--) {
      assertThat(made(session)).isEqualTo(states.get(i));
      assertThat(session.undo()).isPresent();
    }
    assertThat(made(session)).isEqualTo(states.getFirst());
    assertThat(session.undo()).isEmpty();
    for (int i = 1; i < states.size(); i++) {
      assertThat(session.redo()).isPresent();
      assertThat(made(session)).isEqualTo(states.get(i));
    }
    assertThat(session.redo()).isEmpty();
  }

  @Property(tries = 200)
  void whatIsTakenBackOutOfOrderLeavesWhatOthersDid(@ForAll long seed) {
    var random = new Random(seed);
    Session session = Sessions.empty();
    for (int i = 0; i < 30; i++) {
      some(session.library(), random).ifPresent(change -> session.change(Label.of("x"), change));
    }
    List<Batch> batches = new ArrayList<>(session.history().batches());
    while (!batches.isEmpty()) {
      Batch old = batches.remove(random.nextInt(batches.size()));
      Made before = made(session);
      boolean alone = session.history().touchedBy(old).isEmpty();
      session.takeBack(old);
      if (alone && old.changes().getFirst() instanceof Changed(RuleRow was, RuleRow now)
          && !was.text().equals(now.text())) {
        session.library().row(Part.RULES, now.id()).map(RuleRow.class::cast)
            .ifPresent(left -> assertThat(left.text()).isEqualTo(was.text()));
        assertThat(made(session).sources()).isEqualTo(before.sources());
      }
      assertThat(session.library().rules()).extracting(RuleRow::id).doesNotHaveDuplicates();
      assertThat(session.library().rules().stream().map(row -> row.kind().isFilter()).toList()).isSorted();
    }
    assertThat(made(session).rules()).isEmpty();
    assertThat(made(session).sources()).isEmpty();
  }
}
