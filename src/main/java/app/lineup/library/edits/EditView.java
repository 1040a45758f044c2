package app.lineup.library.edits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The edits that are in force, to be asked for: those of a store, or those that were in force when the view was taken.
/// Not thread-safe; one that was taken may be used by another thread than the store's.
public final class EditView {

  private static final int RECENT_PAGES = 16;
  static final int PLACE_BITS = 16;

  private final EditIndex index;
  private final List<EditPage> places;
  private final Map<EditPage, List<Edit>> recent = new LinkedHashMap<>(RECENT_PAGES, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<EditPage, List<Edit>> eldest) {
      return size() > RECENT_PAGES;
    }
  };

  /// @param places the pages by the number that stands in the index
  EditView(EditIndex index, List<EditPage> places) {
    this.index = index;
    this.places = places;
  }

  /// The same edits, however the store changes.
  EditView taken() {
    return new EditView(index.copy(), List.copyOf(places));
  }

  /// The edit of a channel's field that is in force; empty where there is none.
  ///
  /// @param channel the hash of the channel's key
  public Optional<Edit> edit(long channel, EditField field) {
    long place = index.get(EditIndex.subject(channel, field));
    if (place == EditIndex.NONE) {
      return Optional.empty();
    }
    Edit edit = edits(places.get((int) (place >>> PLACE_BITS))).get((int) (place & (1 << PLACE_BITS) - 1));
    return edit.channel() == channel && edit.field() == field ? Optional.of(edit) : Optional.empty();
  }

  /// How many edits are in force.
  public int size() {
    return index.size();
  }

  List<Edit> edits(EditPage page) {
    return recent.computeIfAbsent(page, PageForm::unpack);
  }
}
