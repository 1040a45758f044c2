package app.lineup.app.session;

import app.lineup.library.Batch;
import app.lineup.library.History;
import app.lineup.library.Library;
import app.lineup.library.LibraryChange;
import app.lineup.library.Setting;
import app.lineup.library.edits.EditStore;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sessions for tests, which keep nothing.
public final class Sessions {

  private Sessions() {}

  /// A session over an empty library.
  public static Session empty() {
    return of(Library.EMPTY);
  }

  /// A session over a library of a test's own.
  public static Session of(Library library) {
    return new Session(library, History.EMPTY, new EditStore(List.of()), commit -> {}, () -> Instant.EPOCH);
  }

  /// A session over a library with these settings, by their keys.
  ///
  /// @param told is told each setting that changes, as `key=value`
  public static Session with(Map<String, String> settings, List<String> told) {
    Map<Setting, String> all = new EnumMap<>(Setting.class);
    settings.forEach((key, value) -> all.put(Setting.of(key).orElseThrow(), value));
    return new Session(new Library(0, List.of(), List.of(), all, 0, 1), History.EMPTY,
        new EditStore(List.of()), commit -> commit.batches().forEach(batch -> tell(batch, told)), () -> Instant.EPOCH);
  }

  private static void tell(Batch batch, List<String> told) {
    if (batch.changes()
        .getLast() instanceof LibraryChange.SettingChanged(Setting setting, var _, Optional<String> after)) {
      told.add(setting.key() + "=" + after.orElse(""));
    }
  }
}
