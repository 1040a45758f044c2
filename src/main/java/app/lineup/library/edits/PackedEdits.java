package app.lineup.library.edits;

import java.util.List;

/// Edits in the form in which a store takes them in. Packing many takes a while: it may be done on any thread, so that
/// the store's does not wait for it. Immutable.
public final class PackedEdits {

  private final PageForm.Pages packed;
  private final long[] subjects;

  private PackedEdits(PageForm.Pages packed, long[] subjects) {
    this.packed = packed;
    this.subjects = subjects;
  }

  /// Packs edits.
  public static PackedEdits of(List<Edit> edits) {
    return new PackedEdits(PageForm.pack(edits),
        edits.stream().mapToLong(edit -> EditIndex.subject(edit.channel(), edit.field())).toArray());
  }

  /// How many they are.
  public int size() {
    return subjects.length;
  }

  /// The pages as those of a batch.
  List<EditPage> pages(long batch) {
    return packed.pages().stream().map(page -> new EditPage(batch, page.number(), page.packed())).toList();
  }

  /// The place among all of the first edit of a page, or after the last one.
  int begin(int page) {
    return page == 0 ? 0 : packed.ends().get(page - 1);
  }

  /// What an edit is about, by its place among all.
  long subject(int edit) {
    return subjects[edit];
  }
}
