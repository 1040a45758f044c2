package app.lineup.gui.channels.model.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SelectionTest {

  private final Selection selection = new Selection();

  /// Rows that have these indexes, in this order; more may be added.
  private static final class Rows implements Positions {

    private final List<Integer> indexes = new ArrayList<>();

    Rows(int... indexes) {
      IntStream.of(indexes).forEach(this.indexes::add);
    }

    @Override
    public int size() {
      return indexes.size();
    }

    @Override
    public int indexAt(int position) {
      return indexes.get(position);
    }

    @Override
    public int positionOf(int index) {
      return indexes.indexOf(index);
    }
  }

  private static Rows first(int size) {
    return new Rows(IntStream.range(0, size).toArray());
  }

  @Test
  void aClickSelectsOneRowAndNothingElse() {
    selection.over(first(10));
    selection.only(3);
    selection.only(5);
    assertThat(selection.indexes()).containsExactly(5);
    assertThat(selection.size().get()).isOne();
    assertThat(selection.focus()).isEqualTo(5);
  }

  @Test
  void aRangeReachesFromWhereTheLastClickWas() {
    selection.over(first(10));
    selection.only(5);
    selection.extend(7, false);
    assertThat(selection.indexes()).containsExactly(5, 6, 7);
    selection.extend(3, false);
    assertThat(selection.indexes()).containsExactly(3, 4, 5);
    assertThat(selection.focus()).isEqualTo(3);
    selection.toggle(9);
    selection.extend(8, true);
    assertThat(selection.indexes()).containsExactly(3, 4, 5, 8, 9);
  }

  @Test
  void aRangeWithoutABeginningBeginsAtTheFocusOrTheFirstRow() {
    selection.over(first(10));
    selection.extend(2, false);
    assertThat(selection.indexes()).containsExactly(0, 1, 2);
    selection.leave();
    selection.focus(6);
    selection.extend(5, false);
    assertThat(selection.indexes()).containsExactly(5, 6);
  }

  @Test
  void rowsAreAddedAndTakenOutOneByOne() {
    selection.over(first(10));
    selection.only(1);
    selection.toggle(4);
    selection.toggle(1);
    assertThat(selection.indexes()).containsExactly(4);
    assertThat(selection.isSelected(4)).isTrue();
    assertThat(selection.isSelected(1)).isFalse();
    assertThat(selection.isSelected(-1)).isFalse();
    assertThat(selection.isSelected(10)).isFalse();
    assertThat(selection.focus()).isEqualTo(1);
  }

  @Test
  void allAreSelectedAndInvertedAndCleared() {
    selection.over(first(5));
    selection.all();
    assertThat(selection.size().get()).isEqualTo(5);
    selection.toggle(2);
    selection.invert();
    assertThat(selection.indexes()).containsExactly(2);
    selection.clear();
    assertThat(selection.size().get()).isZero();
    assertThat(selection.focus()).isEqualTo(2);
  }

  @Test
  void onlyRowsOfTheSearchCountAndTheOthersComeBackWithIt() {
    selection.over(first(10));
    selection.only(2);
    selection.toggle(7);
    selection.over(new Rows(1, 7, 9));
    assertThat(selection.indexes()).containsExactly(7);
    assertThat(selection.size().get()).isOne();
    assertThat(selection.elsewhere()).isOne();
    assertThat(selection.focusPosition()).isOne();
    selection.all();
    selection.over(first(10));
    assertThat(selection.indexes()).containsExactly(1, 2, 7, 9);
    assertThat(selection.elsewhere()).isZero();
    selection.over();
    assertThat(selection.indexes()).isEmpty();
    assertThat(selection.focusPosition()).isNegative();
  }

  @Test
  void invertingLeavesNothingSelectedThatIsNotSeen() {
    selection.over(first(10));
    selection.only(2);
    selection.over(new Rows(1, 7, 9));
    selection.toggle(1);
    selection.invert();
    assertThat(selection.indexes()).containsExactly(1, 9);
    assertThat(selection.elsewhere()).isZero();
  }

  @Test
  void allOfASearchIsAllThatItWillFind() {
    var rows = new Rows(3, 5);
    selection.over(rows);
    selection.all();
    rows.indexes.addAll(List.of(8, 9));
    selection.grown(2);
    assertThat(selection.indexes()).containsExactly(3, 5, 8, 9);
    selection.toggle(0);
    rows.indexes.add(11);
    selection.grown(4);
    assertThat(selection.indexes()).containsExactly(5, 8, 9);
  }

  @Test
  void rowsKeepTheirStateWhenTheyAreNumberedAnew() {
    selection.over(first(10));
    selection.only(4);
    selection.toggle(6);
    selection.toggle(2);
    selection.renumber(index -> index == 4 ? -1 : index + 1);
    selection.over(first(20));
    assertThat(selection.indexes()).containsExactly(3, 7);
    assertThat(selection.focus()).isEqualTo(3);
    selection.extend(5, false);
    assertThat(selection.indexes()).containsExactly(3, 4, 5);
  }

  @Test
  void everyChangeIsTold() {
    List<Number> told = new ArrayList<>();
    selection.changes().subscribe((before, now) -> told.add(now));
    selection.over(first(10));
    selection.only(1);
    selection.extend(3, false);
    selection.focus(5);
    selection.all();
    selection.invert();
    selection.clear();
    assertThat(told).hasSize(7);
  }
}
