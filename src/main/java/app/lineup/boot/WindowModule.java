package app.lineup.boot;

import app.lineup.app.refresh.WhileRefreshed;
import app.lineup.gui.channels.model.ChannelsViewModel;
import app.lineup.gui.channels.model.LineupViewModel;
import app.lineup.gui.channels.view.ChannelsController;
import app.lineup.gui.code.CodeViewModel;
import app.lineup.gui.code.SeenTexts;
import app.lineup.gui.fx.FxClock;
import app.lineup.gui.publish.model.PublishViewModel;
import app.lineup.gui.publish.view.PublishController;
import app.lineup.gui.rules.model.Kind;
import app.lineup.gui.rules.model.RuleMarksViewModel;
import app.lineup.gui.rules.model.RulePreviewViewModel;
import app.lineup.gui.rules.model.RuleSetsViewModel;
import app.lineup.gui.rules.model.RulesViewModel;
import app.lineup.gui.rules.view.RulesController;
import app.lineup.gui.run.model.BudgetViewModel;
import app.lineup.gui.run.model.FixTarget;
import app.lineup.gui.run.model.Phase;
import app.lineup.gui.run.model.RememberedViewModel;
import app.lineup.gui.run.model.RunViewModel;
import app.lineup.gui.run.view.RunController;
import app.lineup.gui.settings.model.Appearance;
import app.lineup.gui.settings.model.LogosViewModel;
import app.lineup.gui.settings.model.SettingsViewModel;
import app.lineup.gui.settings.model.SettingsViewModel.About;
import app.lineup.gui.settings.model.StrategiesViewModel;
import app.lineup.gui.settings.view.SettingsController;
import app.lineup.gui.shell.model.Room;
import app.lineup.gui.shell.model.ShellViewModel;
import app.lineup.gui.shell.view.ShellController;
import app.lineup.gui.sources.model.SourceViewModel;
import app.lineup.gui.sources.model.SourcesViewModel;
import app.lineup.gui.sources.view.SourcesController;
import app.lineup.gui.text.Texts;
import app.lineup.library.file.Preferences;
import app.lineup.model.Deduplication;
import app.lineup.model.Numbering;
import app.lineup.model.Target;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.Tuning;
import app.lineup.pipeline.number.NumbersFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;

/// The rooms of one window, joined. Not thread-safe; used by the window's thread.
final class WindowModule {

  /// A preview that the next key cancels costs little, and has to begin within 100 ms of the last one.
  private static final Duration TYPING_PAUSE = Duration.ofMillis(40);
  /// A census of all rules is for somebody who looks, not for somebody who types.
  private static final Duration COUNTING_PAUSE = Duration.ofMillis(800);

  /// While a run is under way, whatever view is shown: its charts have no gaps.
  private static final Duration SAMPLING = Duration.ofMillis(250);

  private final SourcesViewModel sources;
  private final RulesViewModel rules;
  private final RulePreviewViewModel preview;
  private final RuleMarksViewModel marks;
  private final RuleSetsViewModel sets;
  private final CodeViewModel code;
  private final RunViewModel run;
  private final RememberedViewModel remembered;
  private final ChannelsViewModel channels;
  private final PublishViewModel publish;
  private final ShellViewModel shell;
  private final SettingsViewModel settings;
  private final LogosViewModel logos;
  private final StrategiesViewModel strategies;

  /// @param work        what is done in the background, and where
  /// @param window      carries work to the window's thread
  /// @param paths       where things are kept
  /// @param preferences what the user chose
  /// @param appearance  how the window looks
  WindowModule(WindowServices work, Executor window, AppPaths paths, Preferences preferences, ObjectProperty<Appearance> appearance) {
    settings = new SettingsViewModel(Texts.of("settings"), preferences, appearance,
        new About(Wiring.version(), paths.data(), Runtime.getRuntime().maxMemory()));
    settings.waiting().subscribe(
        waits -> work.whileRefreshed(waits ? WhileRefreshed.WAIT : WhileRefreshed.LAST_LIST));
    // Whatever reads lists keeps to it, and not only a run. What is chosen is in the preferences by then.
    settings.megabytes().subscribe(chosen -> work.memory().budget(Budget.bytes(preferences)));
    Pools pools = work.pools();
    logos = new LogosViewModel(Texts.of("settings"), preferences, paths.logos(), pools.quick(), window);
    strategies = new StrategiesViewModel(Texts.of("settings"), preferences);
    sources = new SourcesViewModel(
        Texts.of("sources"), work, pools.lists(), pools.quick(), window, work.clock());
    rules = new RulesViewModel(Texts.of("rules"), pools.quick(), window);
    sets = new RuleSetsViewModel(Texts.of("rules"), rules, pools.quick(), window);
    var seen = new SeenTexts();
    sources.onChange(() -> {
      seen.sources(sources.rows().stream().map(SourceViewModel::name).toList());
      seen.groupsOfLists(sources.rows().stream().flatMap(source -> source.groupNames().stream()).toList());
    });
    code = new CodeViewModel(seen, pools.quick(), window);
    var ingredients = new Gathered(sources, rules, settings, logos, strategies, paths.numbers());
    preview = new RulePreviewViewModel(
        Texts.of("rules"), rules, sources::sources, settings.separators()::get, work::preview, pools.previews(), window,
        Pools.after(TYPING_PAUSE, window));
    sources.onChange(preview::again);
    settings.separators().subscribe((before, now) -> preview.again());
    marks = new RuleMarksViewModel(Texts.of("rules"), rules, sources::sources, work::count, pools.counts(), window,
        Pools.after(COUNTING_PAUSE, window));
    sources.onChange(marks::listsChanged);
    run = new RunViewModel(Texts.of("run"), ingredients, new RunViewModel.Means(
        work::build, pools.runs(), window, paths.published(), work.memory()::now, work.clock(),
        pools.quick()), settings.megabytes(), new BudgetViewModel.Range(
            SettingsViewModel.leastMegabytes(), SettingsViewModel.mostMegabytes(), Runtime.getRuntime().maxMemory()));
    remembered = new RememberedViewModel(Texts.of("run"), new NumbersFile(paths.numbers()), pools.quick(), window,
        run.numbering().numbers(), run.phase());
    FxClock.ticking(run.phase().map(Phase::isBusy), SAMPLING, run::sample);
    Runnable forecast = run.forecast()::again;
    sources.onChange(forecast);
    rules.onChange(forecast);
    settings.separators().subscribe(forecast);
    logos.fetched().subscribe(forecast);
    strategies.onChange(forecast);
    run.phase().subscribe((before, now) -> {
      if (!now.isBusy()) {
        forecast.run();
      }
    });
    run.outcome().lastResult().subscribe((before, now) -> sources.lookAtKept());
    channels = new ChannelsViewModel(Texts.of("channels"), new Made(ingredients, run, paths),
        new LineupWork(work, paths.lineup()), pools.lineups(), pools.quick(), window,
        (pause, task) -> Pools.after(pause, window).execute(task));
    channels.groups().names().subscribe(seen::groups);
    publish = PublishRoom.make(work, window, paths, preferences);
    run.outcome().lastResult().subscribe(result -> {
      if (result != null) {
        publish.made(result.file().entries());
      }
    });
    shell = new ShellViewModel(
        Texts.of("shell"), run.outcome().lastRun(), publish.status(), work.memory()::now, sources.adding()::addPasted);
    shell.room().subscribe((before, now) -> {
      if (before == Room.RULES) {
        pools.previews().execute(work::endPreviews);
      }
    });
  }

  /// Begins, now that the rooms are filled with what was kept. The lineup is what a run would give: whatever that is made
  /// of, it hears of.
  void start() {
    sources.onChange(channels::changed);
    rules.onChange(channels::changed);
    settings.separators().subscribe((before, now) -> channels.changed());
    run.numbering().numbers().subscribe((before, now) -> channels.changed());
    run.numbering().first().subscribe((before, now) -> channels.changed());
    run.numbering().ranges().subscribe((before, now) -> channels.changed());
    run.numbering().sequence().subscribe((before, now) -> channels.changed());
    remembered.onChange(channels::changed);
    remembered.look();
    channels.start();
  }

  RememberedViewModel remembered() {
    return remembered;
  }

  SourcesViewModel sources() {
    return sources;
  }

  RulesViewModel rules() {
    return rules;
  }

  CodeViewModel code() {
    return code;
  }

  RulePreviewViewModel rulesPreview() {
    return preview;
  }

  RuleSetsViewModel ruleSets() {
    return sets;
  }

  RunViewModel run() {
    return run;
  }

  ChannelsViewModel channels() {
    return channels;
  }

  PublishViewModel publish() {
    return publish;
  }

  ShellViewModel shell() {
    return shell;
  }

  SettingsViewModel settings() {
    return settings;
  }

  StrategiesViewModel strategies() {
    return strategies;
  }

  /// What a first start finds: the sample, and two examples that do something to it.
  void welcome(Path sample) {
    Texts words = Texts.of("rules");
    rules.add(Kind.RULE, words.get("example.rule"));
    rules.add(Kind.EXCLUDE, words.get("example.exclude"));
    rules.selected().set(rules.rows().getFirst());
    rules.begin();
    sources.addSample(sample);
  }

  /// What the window shows.
  Parent view() {
    return Views.make("shell", new ShellController(shell, this::view));
  }

  private Parent view(Room room) {
    return Views.make(room.word(), switch (room) {
      case CHANNELS -> new ChannelsController(
          channels, () -> shell.room().set(Room.SOURCES), () -> shell.room().set(Room.RULES));
      case PUBLISH -> new PublishController(
          publish, run.phase().map(Phase::isBusy), () -> shell.room().set(Room.RUN));
      case SETTINGS -> new SettingsController(settings, logos, strategies);
      case SOURCES -> new SourcesController(sources, () -> shell.room().set(Room.RUN));
      case RULES -> new RulesController(rules, code, preview, sets, marks);
      case RUN -> new RunController(run, remembered, () -> shell.room().set(Room.PUBLISH), Map.of(
          FixTarget.SOURCES, () -> shell.room().set(Room.SOURCES), FixTarget.RULES, () -> shell.room().set(Room.RULES)));
    });
  }

  /// What a run is made of, from the rooms where it is kept.
  private record Gathered(
      SourcesViewModel sources, RulesViewModel rules, SettingsViewModel settings, LogosViewModel logos,
      StrategiesViewModel strategies, Path numbers)
      implements RunViewModel.Ingredients {

    @Override
    public RunPlan plan(Target target, Numbering numbering) {
      return new RunPlan(
          sources.sources(), rules.rules(), rules.filters(), numbering, settings.separators().get(), target,
          settings.durable().get()).with(logos.plan())
          .with(new Tuning(strategies.preferred(), OptionalInt.empty(), Deduplication.NONE)).with(numbers);
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

    @Override
    public long expectedBytes() {
      return sources.bytes();
    }
  }

  /// What a lineup is made of: just what a run would be.
  private record Made(Gathered gathered, RunViewModel run, AppPaths paths) implements LineupViewModel.Ingredients {

    @Override
    public boolean hasSources() {
      return gathered.hasSources();
    }

    @Override
    public Optional<String> mistake() {
      return gathered.mistake();
    }

    @Override
    public Optional<RunPlan> plan() {
      return run.numbering().asNumbering()
          // Beside a run it takes as little as it can, whatever the user wants of runs.
          .map(numbers -> gathered.plan(new Target.OfFile(paths.published()), numbers).with(Tuning.NONE)
              .with(run.numbering().asOrder()));
    }
  }
}
