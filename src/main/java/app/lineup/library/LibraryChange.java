package app.lineup.library;

import java.util.Optional;

/// One change of the [Library]. It holds what was before and what is after, so that it can be taken back without
/// anything else, and long afterwards. Immutable.
public sealed interface LibraryChange {

  /// The part that it changes.
  Part part();

  /// What takes it back.
  LibraryChange inverse();

  /// A row was put into its list.
  ///
  /// @param row      the new row
  /// @param position its index in the list, from 0
  record Added(Row row, int position) implements LibraryChange {

    @Override
    public Part part() {
      return row.part();
    }

    @Override
    public LibraryChange inverse() {
      return new Removed(row, position);
    }
  }

  /// A row was taken out of its list.
  ///
  /// @param row      the row as it was
  /// @param position the index that it had, from 0
  record Removed(Row row, int position) implements LibraryChange {

    @Override
    public Part part() {
      return row.part();
    }

    @Override
    public LibraryChange inverse() {
      return new Added(row, position);
    }
  }

  /// A row was put at another index of its list.
  ///
  /// @param row the row, as it was then
  record Moved(Row row, int from, int to) implements LibraryChange {

    @Override
    public Part part() {
      return row.part();
    }

    @Override
    public LibraryChange inverse() {
      return new Moved(row, to, from);
    }
  }

  /// Something in a row was changed.
  ///
  /// @param before the row as it was
  /// @param after  the row with the same id as it is now
  record Changed(Row before, Row after) implements LibraryChange {

    public Changed {
      if (before.id() != after.id()) {
        throw new IllegalArgumentException("two rows: " + before.id() + " and " + after.id());
      }
    }

    @Override
    public Part part() {
      return after.part();
    }

    @Override
    public LibraryChange inverse() {
      return new Changed(after, before);
    }
  }

  /// A setting has another value.
  ///
  /// @param setting which
  /// @param before  its value before, empty where it had none
  /// @param after   its value now, empty for none
  record SettingChanged(Setting setting, Optional<String> before, Optional<String> after) implements LibraryChange {

    @Override
    public Part part() {
      return setting.part();
    }

    @Override
    public LibraryChange inverse() {
      return new SettingChanged(setting, after, before);
    }
  }

  /// The edits of a batch in the edit store came into force, or ceased to be.
  ///
  /// @param edits the number of that batch in the edit store
  /// @param on    whether they are in force afterwards
  record EditsChanged(long edits, boolean on) implements LibraryChange {

    @Override
    public Part part() {
      return Part.EDITS;
    }

    @Override
    public LibraryChange inverse() {
      return new EditsChanged(edits, !on);
    }
  }
}
