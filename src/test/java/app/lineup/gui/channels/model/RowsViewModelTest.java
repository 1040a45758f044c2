package app.lineup.gui.channels.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.gui.text.Texts;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

final class RowsViewModelTest {

  private static final SearchViewModel.Question ALL = new SearchViewModel.Question("", Optional.empty());

  private final FakeLineup lineup = new FakeLineup("Channel", 1_000_000);
  private final Hand background = new Hand();
  private final List<PipelineException> failures = new ArrayList<>();
  private final RowsViewModel rows = rows(null);

  private RowsViewModel rows(Hits hits) {
    return new RowsViewModel(
        lineup.content(), ALL, Texts.of("channels"), hits, background, Runnable::run, failures::add);
  }

  private static String nameOf(RowViewModel row) {
    return row.text().get().name();
  }

  @Test
  void readsNothingOnTheCallersThread() {
    assertThat(rows).hasSize(1_000_000);
    RowViewModel row = rows.get(700_000);
    assertThat(nameOf(row)).isEqualTo("…");
    assertThat(lineup.reads()).isEmpty();
    background.all();
    assertThat(nameOf(row)).isEqualTo("Channel 700000");
    assertThat(lineup.reads()).containsExactly("699904+256");
  }

  @Test
  void aPageIsReadOnceForAllItsRows() {
    RowViewModel first = rows.get(0);
    RowViewModel last = rows.get(255);
    background.all();
    assertThat(nameOf(first)).isEqualTo("Channel 0");
    assertThat(nameOf(last)).isEqualTo("Channel 255");
    assertThat(nameOf(rows.get(100))).isEqualTo("Channel 100");
    assertThat(lineup.reads()).hasSize(1);
    assertThat(rows.get(255)).isSameAs(last);
  }

  @Test
  void whatIsOutsideIsRefused() {
    assertThatThrownBy(() -> rows.get(1_000_000)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> rows.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(rows.positionOf(1_000_000)).isNegative();
  }

  @Test
  void whatWasScrolledByIsNotRead() {
    for (int page = 0; page < 100; page++) {
      rows.get(page * 256);
    }
    background.all();
    assertThat(lineup.reads()).hasSize(2 + 4).contains("0+256", "25344+256");
    assertThat(nameOf(rows.get(50 * 256))).isEqualTo("…");
    background.all();
    assertThat(nameOf(rows.get(50 * 256))).isEqualTo("Channel 12800");
  }

  @Test
  void onlyTheLastPagesAreKept() {
    for (int page = 0; page <= PagesViewModel.MOST_PAGES + 8; page++) {
      for (int row = 0; row < 256; row++) {
        rows.get(page * 256 + row);
      }
      background.all();
    }
    int before = lineup.reads().size();
    assertThat(nameOf(rows.get((PagesViewModel.MOST_PAGES + 8) * 256))).startsWith("Channel");
    assertThat(background.waiting()).isZero();
    assertThat(nameOf(rows.get(0))).isEqualTo("…");
    background.all();
    assertThat(lineup.reads()).hasSize(before + 1);
  }

  @Test
  void hitsAreReadWhereTheyStand() {
    var hits = new Hits();
    hits.add(new int[] {3, 5, 500_000});
    RowsViewModel found = rows(hits);
    RowViewModel last = found.get(2);
    background.all();
    assertThat(nameOf(last)).isEqualTo("Channel 500000");
    assertThat(nameOf(found.get(1))).isEqualTo("Channel 5");
    assertThat(lineup.reads()).containsExactly("3+3", "500000+1");
    assertThat(found.positionOf(500_000)).isEqualTo(2);
    assertThat(found.positionOf(4)).isNegative();
  }

  @Test
  void growsAndReadsWhatAPageLacked() {
    var hits = new Hits();
    hits.add(new int[] {1});
    RowsViewModel found = rows(hits);
    List<Integer> added = new ArrayList<>();
    found.addListener((ListChangeListener<RowViewModel>) change -> {
      while (change.next()) {
        added.add(change.getFrom());
        added.add(change.getTo());
      }
    });
    found.get(0);
    background.all();
    hits.add(new int[] {900});
    found.grow();
    found.grow();
    assertThat(added).containsExactly(1, 2);
    RowViewModel second = found.get(1);
    background.all();
    assertThat(nameOf(second)).isEqualTo("Channel 900");
  }

  @Test
  void looksForARowWithoutLookingAtAll() {
    RowViewModel row = rows.get(999_999);
    assertThat(rows.indexOf(row)).isEqualTo(999_999);
    assertThat(rows.contains(new RowViewModel(1_000_000))).isFalse();
    assertThat(rows.equals(rows(null))).isFalse();
    assertThat(background.waiting()).isOne();
  }

  @Test
  void saysWhenAPageCannotBeReadAndTriesAgainWhenAsked() {
    lineup.breakWith(new PipelineException(PipelineException.Kind.RESOURCES, "lineup", "its file is gone", ""));
    rows.get(0);
    background.all();
    assertThat(failures).singleElement().extracting(PipelineException::what).isEqualTo("its file is gone");
    rows.get(0);
    assertThat(background.waiting()).isOne();
  }
}
