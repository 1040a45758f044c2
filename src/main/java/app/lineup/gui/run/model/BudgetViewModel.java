package app.lineup.gui.run.model;

import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/// How much memory a run may use, as a place on a slider whose steps grow with the amount. Not thread-safe; used by
/// the window's thread.
public final class BudgetViewModel {

  private static final int BYTES_A_MEGABYTE = 1_000_000;

  private final Texts texts;
  private final IntegerProperty megabytes;
  private final Range range;
  private final List<Integer> steps = new ArrayList<>();
  private final DoubleProperty position = new SimpleDoubleProperty();
  private final ReadOnlyStringWrapper amount = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

  /// What may be chosen.
  ///
  /// @param least     the least that a run works with, in MB
  /// @param most      in MB
  /// @param heapBytes what a run cannot exceed, whatever was chosen
  public record Range(int least, int most, long heapBytes) {}

  /// @param megabytes the choice, which may change elsewhere too
  BudgetViewModel(Texts texts, IntegerProperty megabytes, Range range) {
    this.texts = texts;
    this.megabytes = megabytes;
    this.range = range;
    for (int step = range.least(); step < range.most(); step *= 2) {
      steps.add(step);
      steps.add(step + step / 2);
    }
    steps.removeIf(step -> step >= range.most());
    steps.add(range.most());
    show();
    megabytes.subscribe(this::show);
    position.subscribe((before, now) -> choose(now.doubleValue()));
  }

  /// From 0 to [#last]; between two whole numbers where the choice was made elsewhere.
  public DoubleProperty position() {
    return position;
  }

  /// The place of the largest choice.
  public int last() {
    return steps.size() - 1;
  }

  /// The choice in words.
  public ReadOnlyStringProperty amount() {
    return amount.getReadOnlyProperty();
  }

  /// What there is to know of it; mostly empty.
  public ReadOnlyStringProperty note() {
    return note.getReadOnlyProperty();
  }

  private void show() {
    long bytes = (long) megabytes.get() * BYTES_A_MEGABYTE;
    amount.set(Amounts.roughBytes(bytes));
    note.set(bytes > range.heapBytes()
        ? texts.get("budget.heap", Amounts.roughBytes(range.heapBytes()))
        : megabytes.get() == range.least() ? texts.get("budget.least") : "");
    position.set(place(megabytes.get()));
  }

  /// While a slider is dragged it is between two steps; the nearer one counts.
  private void choose(double place) {
    if (place != place(megabytes.get())) {
      megabytes.set(steps.get((int) Math.round(Math.clamp(place, 0, last()))));
    }
  }

  private double place(int choice) {
    for (int i = 1; i < steps.size(); i++) {
      if (choice < steps.get(i)) {
        int before = steps.get(i - 1);
        return i - 1 + Math.max(0, (double) (choice - before) / (steps.get(i) - before));
      }
    }
    return last();
  }
}
