package app.lineup.library.edits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// All edits that were made by hand, batch by batch, and which of them are in force: of each field of a channel the
/// newest whose batch was not taken back. Batches are packed, so that 200,000 edits take some megabytes; an edit is
/// unpacked with its page when it is asked for. Not thread-safe; used by the thread of the session.
public final class EditStore {

  private final NavigableMap<Long, List<EditPage>> log = new TreeMap<>();
  private final Set<Long> inForce = new HashSet<>();
  private final EditIndex index = new EditIndex();
  private final List<EditPage> places = new ArrayList<>();
  private final Map<EditPage, Integer> numbers = new HashMap<>();
  private final EditView view = new EditView(index, places);

  /// A batch as a file keeps it. Immutable.
  ///
  /// @param number  grows with every batch
  /// @param inForce whether it was not taken back
  /// @param pages   its edits
  public record Stored(long number, boolean inForce, List<EditPage> pages) {

    /// Copies the list.
    public Stored {
      pages = List.copyOf(pages);
    }
  }

  /// A store with what a file kept.
  ///
  /// @throws IllegalArgumentException if a page is damaged
  public EditStore(List<Stored> kept) {
    for (Stored batch : kept) {
      log.put(batch.number(), batch.pages());
      if (batch.inForce()) {
        turn(batch.number(), true);
      }
    }
  }

  /// Takes in a batch and puts it in force.
  ///
  /// @param number above that of every batch before
  /// @return its pages, to be kept in a file
  public List<EditPage> add(long number, PackedEdits edits) {
    if (!log.isEmpty() && number <= log.lastKey()) {
      throw new IllegalArgumentException("batch " + number + " comes after " + log.lastKey());
    }
    List<EditPage> pages = edits.pages(number);
    log.put(number, pages);
    inForce.add(number);
    for (EditPage page : pages) {
      int begin = edits.begin(page.number());
      for (int i = begin; i < edits.begin(page.number() + 1); i++) {
        index.put(edits.subject(i), place(page, i - begin));
      }
    }
    return pages;
  }

  /// Takes a batch back, or puts it in force again. Where a later batch is in force for the same field, that one stays.
  public void turn(long number, boolean on) {
    List<EditPage> pages = log.get(number);
    if (pages == null || on == inForce.contains(number)) {
      return;
    }
    if (on) {
      inForce.add(number);
      pages.forEach(this::putInForce);
    } else {
      inForce.remove(number);
      fold(number, pages);
    }
  }

  private void putInForce(EditPage page) {
    List<Edit> edits = edits(page);
    for (int i = 0; i < edits.size(); i++) {
      long subject = EditIndex.subject(edits.get(i).channel(), edits.get(i).field());
      long now = index.get(subject);
      if (now == EditIndex.NONE || batch(now) <= page.batch()) {
        index.put(subject, place(page, i));
      }
    }
  }

  /// What was in force through this batch is what the newest batch before it says, as far as that is in force.
  private void fold(long number, List<EditPage> pages) {
    Set<Long> open = new HashSet<>();
    for (EditPage page : pages) {
      for (Edit edit : edits(page)) {
        long subject = EditIndex.subject(edit.channel(), edit.field());
        long now = index.get(subject);
        if (now != EditIndex.NONE && batch(now) == number) {
          index.put(subject, EditIndex.NONE);
          open.add(subject);
        }
      }
    }
    for (var before : log.headMap(number, false).descendingMap().entrySet()) {
      if (open.isEmpty()) {
        return;
      }
      if (inForce.contains(before.getKey())) {
        before.getValue().reversed().forEach(page -> settle(page, open));
      }
    }
  }

  private void settle(EditPage page, Set<Long> open) {
    List<Edit> edits = edits(page);
    for (int i = edits.size() - 1; i >= 0; i--) {
      long subject = EditIndex.subject(edits.get(i).channel(), edits.get(i).field());
      if (open.remove(subject)) {
        index.put(subject, place(page, i));
      }
    }
  }

  private long place(EditPage page, int position) {
    int number = numbers.computeIfAbsent(page, fresh -> {
      places.add(fresh);
      return places.size() - 1;
    });
    return (long) number << EditView.PLACE_BITS | position;
  }

  private long batch(long place) {
    return places.get((int) (place >>> EditView.PLACE_BITS)).batch();
  }

  private List<Edit> edits(EditPage page) {
    return view.edits(page);
  }

  /// The edit of a channel's field that is in force; empty where there is none.
  ///
  /// @param channel the hash of the channel's key
  public Optional<Edit> edit(long channel, EditField field) {
    return view.edit(channel, field);
  }

  /// The edits that are in force now, for another thread to read.
  public EditView view() {
    return view.taken();
  }

  /// How many edits are in force.
  public int size() {
    return index.size();
  }

  /// Whether a batch is in force.
  public boolean isInForce(long number) {
    return inForce.contains(number);
  }
}
