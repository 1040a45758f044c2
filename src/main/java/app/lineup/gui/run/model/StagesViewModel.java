package app.lineup.gui.run.model;

import app.lineup.engine.watch.RunSnapshot;
import app.lineup.gui.text.Texts;
import app.lineup.pipeline.StageType;
import java.util.List;

/// The stages of a run, first to last. Not thread-safe; used by the window's thread.
final class StagesViewModel {

  private final List<StageViewModel> all;

  StagesViewModel(Texts texts) {
    all = StageType.ids().stream().map(id -> new StageViewModel(texts, id)).toList();
  }

  List<StageViewModel> all() {
    return all;
  }

  /// Forgets the run before.
  void begin() {
    all.forEach(StageViewModel::reset);
  }

  /// Says something more of a stage.
  void note(String stage, String text) {
    all.stream().filter(one -> one.is(stage)).forEach(one -> one.note(text));
  }

  void show(RunSnapshot now) {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).show(now.stages().get(i), now.elapsed());
    }
  }

  /// Shows the last figures of a run.
  void end(RunSnapshot last) {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).end(last.stages().get(i), last.elapsed());
    }
  }
}
