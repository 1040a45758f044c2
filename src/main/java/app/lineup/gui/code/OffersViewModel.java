package app.lineup.gui.code;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is offered to go on with, and which of it is chosen. Not thread-safe; used by the window's thread.
public final class OffersViewModel {

  private final ObservableList<Offer> offers = FXCollections.observableArrayList();
  private final ObservableList<Offer> offersSeen = FXCollections.unmodifiableObservableList(offers);
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

  /// All of it, the best first.
  public ObservableList<Offer> offers() {
    return offersSeen;
  }

  /// The index of the one that is chosen, below 0 where there is none.
  public ReadOnlyIntegerProperty chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// Whether anything is offered.
  public ReadOnlyBooleanProperty open() {
    return open.getReadOnlyProperty();
  }

  /// Offers these, the first one chosen; none closes.
  void show(List<Offer> now) {
    if (!offers.equals(now)) {
      chosen.set(-1);
      offers.setAll(now);
    }
    chosen.set(now.isEmpty() ? -1 : 0);
    open.set(!now.isEmpty());
  }

  /// Chooses one further down, or up where `by` is below 0: a single step goes round, a longer one stops at the end.
  void move(int by) {
    int size = offers.size();
    if (size > 0) {
      int to = chosen.get() + by;
      chosen.set(Math.abs(by) == 1 ? Math.floorMod(to, size) : Math.clamp(to, 0, size - 1));
    }
  }

  void choose(int index) {
    if (index >= 0 && index < offers.size()) {
      chosen.set(index);
    }
  }

  Optional<Offer> taken() {
    return open.get() ? Optional.of(offers.get(chosen.get())) : Optional.empty();
  }
}
