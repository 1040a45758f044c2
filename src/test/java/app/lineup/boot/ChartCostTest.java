package app.lineup.boot;

import static org.assertj.core.api.Assertions.assertThat;

import app.lineup.app.session.Sessions;
import app.lineup.engine.memory.FakeGauge;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.watch.RunTelemetry;
import app.lineup.engine.watch.StageMeter;
import app.lineup.gui.document.SettingProperties;
import app.lineup.gui.run.model.BudgetViewModel;
import app.lineup.gui.run.model.RememberedViewModel;
import app.lineup.gui.run.model.RunViewModel;
import app.lineup.gui.run.view.RunController;
import app.lineup.gui.settings.model.Appearance;
import app.lineup.gui.text.Texts;
import app.lineup.gui.window.Themes;
import app.lineup.gui.window.Views;
import app.lineup.model.Numbering;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Target;
import app.lineup.pipeline.RunPlan;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.number.NumbersFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// What the view of a run costs while it is looked at: the CPU time of JavaFX's own threads, with and without the
/// charts. Not a test of correctness; it prints shares of a core for a decision record. The history is filled first, so
/// that the charts have all their points.
@Tag("soak")
final class ChartCostTest {

  private static final int SECONDS = Integer.getInteger("chart.seconds", 60);
  /// So many samples are taken as fast as they count before the measuring begins.
  private static final int FILLED = 350;
  private static final double WIDTH = 1072;
  private static final double HEIGHT = 772;
  private static final double NANOS_A_SECOND = 1e9;

  private final AtomicLong asked = new AtomicLong();
  private final CountDownLatch ended = new CountDownLatch(1);

  @Test
  void costs() throws Exception {
    FxToolkit.registerPrimaryStage();
    double[] shares = {share(true), share(false)};
    String figures = String.format(Locale.ROOT, "with charts %.1f %%, without %.1f %% of a core", shares[0], shares[1]);
    System.getLogger("charts").log(System.Logger.Level.INFO, figures);
    assertThat(shares[0]).as(figures).isPositive();
  }

  private double share(boolean charts) throws Exception {
    var gauge = new FakeGauge().rss(300_000_000).used(() -> 250_000_000 + asked.incrementAndGet() % 100 * 1_000_000);
    var memory = new MemoryMonitor(gauge, MemoryMonitor.DEFAULT_BUDGET_BYTES, InstantSource.system());
    var telemetry = new SimpleObjectProperty<RunTelemetry>();
    var run = new RunViewModel(Texts.of("run"), new Nothing(), new RunViewModel.Means((plan, counters, observer) -> {
      telemetry.set(counters);
      ended.await();
      throw new InterruptedException();
    }, work -> Thread.startVirtualThread(work), Platform::runLater, Path.of("unused"), memory::now,
        InstantSource.system(), Runnable::run), new SettingProperties(Sessions.empty()), new SimpleIntegerProperty(512),
        new BudgetViewModel.Range(64, 4096, 1_000_000_000));
    Stage stage = FxToolkit.registerStage(Stage::new);
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> show(stage, run, charts));
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> telemetry.get() != null);
    RunTelemetry counters = telemetry.get();
    StageType.ids().forEach(id -> {
      counters.stage(id).strategy("streaming_" + id);
      counters.stage(id).state(StageMeter.State.RUNNING);
    });
    double share = measured(counters, run);
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
      run.cancel();
      stage.hide();
      return true;
    });
    return share;
  }

  private static boolean show(Stage stage, RunViewModel run, boolean charts) {
    Parent view = Views.make("run", new RunController(run, new RememberedViewModel(Texts.of("run"),
        new NumbersFile(Path.of("never-there")), Runnable::run, Runnable::run, run.numbering().numbers(), run.phase()),
        () -> {}, Map.of()));
    var scene = new Scene(view, WIDTH, HEIGHT);
    Themes.follow(scene, new SimpleObjectProperty<>(Appearance.LIGHT));
    stage.setScene(scene);
    stage.show();
    view.lookupAll(".chart-card").forEach(card -> hide(card, charts));
    run.run();
    return true;
  }

  private static void hide(Node card, boolean shown) {
    card.setVisible(shown);
    card.setManaged(shown);
  }

  private static double measured(RunTelemetry counters, RunViewModel run) throws InterruptedException {
    for (int i = 0; i < FILLED; i++) {
      bump(counters, 0.11);
      Platform.runLater(run::sample);
    }
    long before = cpuNanos();
    long from = System.nanoTime();
    bump(counters, SECONDS);
    return 100.0 * (cpuNanos() - before) / (System.nanoTime() - from);
  }

  private static void bump(RunTelemetry counters, double seconds) throws InterruptedException {
    long end = System.nanoTime() + (long) (seconds * NANOS_A_SECOND);
    for (long i = 0; System.nanoTime() < end; i++) {
      long items = 2000 + i % 50 * 100;
      StageType.ids().forEach(id -> counters.stage(id).addItems(items));
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /// Of the threads that make and paint frames.
  private static long cpuNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long nanos = 0;
    for (long id : threads.getAllThreadIds()) {
      var info = threads.getThreadInfo(id);
      if (info != null && (info.getThreadName().startsWith("JavaFX") || info.getThreadName().startsWith("Quantum")
          || info.getThreadName().startsWith("Prism"))) {
        nanos += threads.getThreadCpuTime(id);
      }
    }
    return nanos;
  }

  /// A plan of nothing.
  private static final class Nothing implements RunViewModel.Ingredients {

    @Override
    public RunPlan plan(Target target, Numbering numbering) {
      return new RunPlan(List.of(), List.of(), List.of(), numbering, SeparatorPolicy.KEEP, target, false);
    }

    @Override
    public boolean hasSources() {
      return true;
    }

    @Override
    public Optional<String> mistake() {
      return Optional.empty();
    }

    @Override
    public long expected() {
      // A bar that knows no end would be animated, and cost more than all charts.
      return Long.MAX_VALUE;
    }

    @Override
    public long expectedBytes() {
      return 0;
    }
  }
}
