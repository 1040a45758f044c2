package app.lineup.gui.channels.view;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;

/// What is selected on the screen, as a list that JavaFX can listen to. Not thread-safe; used by the window's thread.
final class SeenSlots<T> extends ObservableListBase<T> {

  private final Supplier<int[]> slots;
  private final IntFunction<T> item;

  /// @param slots the slots that are selected
  /// @param item  what stands for one of them
  SeenSlots(Supplier<int[]> slots, IntFunction<T> item) {
    this.slots = slots;
    this.item = item;
  }

  @Override
  public int size() {
    return slots.get().length;
  }

  @Override
  public T get(int index) {
    return item.apply(slots.get()[index]);
  }

  /// Tells of a change without a content: rows only take it as a reason to look again. One that named what was added
  /// would be gone through item by item.
  void changed() {
    fireChange(new ListChangeListener.Change<>(this) {
      private boolean told;

      @Override
      public boolean next() {
        boolean first = !told;
        told = true;
        return first;
      }

      @Override
      public void reset() {
        told = false;
      }

      @Override
      public int getFrom() {
        return 0;
      }

      @Override
      public int getTo() {
        return 0;
      }

      @Override
      public List<T> getRemoved() {
        return List.of();
      }

      @Override
      protected int[] getPermutation() {
        return new int[0];
      }
    });
  }
}
