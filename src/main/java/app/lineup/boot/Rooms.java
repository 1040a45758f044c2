package app.lineup.boot;

import app.lineup.gui.channels.ChannelsController;
import app.lineup.gui.publish.PublishController;
import app.lineup.gui.publish.PublishViewModel;
import app.lineup.gui.rules.Kind;
import app.lineup.gui.rules.RulesController;
import app.lineup.gui.rules.RulesViewModel;
import app.lineup.gui.run.Phase;
import app.lineup.gui.run.RunController;
import app.lineup.gui.run.RunViewModel;
import app.lineup.gui.settings.SettingsController;
import app.lineup.gui.shell.Room;
import app.lineup.gui.shell.ShellController;
import app.lineup.gui.shell.ShellViewModel;
import app.lineup.gui.sources.SourcesController;
import app.lineup.gui.sources.SourcesViewModel;
import app.lineup.gui.text.Texts;
import app.lineup.model.Numbering;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Target;
import app.lineup.stages.RunPlan;
import app.lineup.store.Preferences;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Parent;

/// The rooms of one window, joined. Confined to the window's thread.
final class Rooms {

  private final SourcesViewModel sources;
  private final RulesViewModel rules;
  private final RunViewModel run;
  private final PublishViewModel publish;
  private final ShellViewModel shell;

  /// @param work   what is done in the background, and where
  /// @param window carries work to the window's thread
  /// @param paths  where things are kept
  Rooms(WindowWork work, Executor window, AppPaths paths) {
    var preferences = new Preferences(Map.of(), (name, value) -> {});
    sources = new SourcesViewModel(Texts.of("sources"), work::check, work.lists(), window);
    rules = new RulesViewModel(Texts.of("rules"), work.quick(), window);
    run = new RunViewModel(
        Texts.of("run"), new Gathered(sources, rules), work::build, work.runs(), window, paths.published());
    publish = PublishRoom.make(work, window, paths, preferences);
    run.lastResult().subscribe(result -> {
      if (result != null) {
        publish.made(result.file().entries());
      }
    });
    shell = new ShellViewModel(
        Texts.of("shell"), run.lastRun(), publish.status(), Rooms::usedBytes, sources.adding()::addPasted);
  }

  SourcesViewModel sources() {
    return sources;
  }

  RulesViewModel rules() {
    return rules;
  }

  RunViewModel run() {
    return run;
  }

  PublishViewModel publish() {
    return publish;
  }

  ShellViewModel shell() {
    return shell;
  }

  /// What a first start finds: the sample, and two examples that do something to it.
  void welcome(Path sample) {
    Texts words = Texts.of("rules");
    rules.add(Kind.RULE, words.get("example.rule"));
    rules.add(Kind.EXCLUDE, words.get("example.exclude"));
    rules.selected().set(rules.rows().getFirst());
    sources.addSample(sample);
  }

  /// What the window shows.
  Parent view() {
    return Views.make("shell", new ShellController(shell, this::view));
  }

  private Parent view(Room room) {
    return Views.make(room.word(), switch (room) {
      case CHANNELS -> new ChannelsController();
      case PUBLISH -> new PublishController(
          publish, run.phase().map(Phase::isBusy), () -> shell.room().set(Room.RUN));
      case SETTINGS -> new SettingsController();
      case SOURCES -> new SourcesController(sources, () -> shell.room().set(Room.RUN));
      case RULES -> new RulesController(rules);
      case RUN -> new RunController(run, () -> shell.room().set(Room.PUBLISH));
    });
  }

  private static long usedBytes() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /// What a run is made of, from the rooms where it is kept.
  private record Gathered(SourcesViewModel sources, RulesViewModel rules) implements RunViewModel.Ingredients {

    @Override
    public RunPlan plan(Target target, Numbering numbering) {
      return new RunPlan(
          sources.sources(), rules.rules(), rules.filters(), numbering, SeparatorPolicy.KEEP, target, true);
    }

    @Override
    public boolean hasSources() {
      return !sources.rows().isEmpty();
    }

    @Override
    public Optional<String> mistake() {
      return rules.firstMistake();
    }

    @Override
    public long expected() {
      return sources.channels();
    }
  }
}
