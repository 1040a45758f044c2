package app.lineup.gui.run.model;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.memory.MemoryReading;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunSnapshot;
import app.lineup.engine.watch.RunSnapshot.StageFigures;
import app.lineup.engine.watch.StageMeter;
import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Texts;
import app.lineup.pipeline.StageType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// The course of the last run: memory, pressure, strategies, throughput. Stays until the next run begins. Not
/// thread-safe; used by the window's thread.
public final class ChartsViewModel {

  private static final double NANOS_A_SECOND = 1e9;
  private static final double LONGEST_IN_SECONDS = 120;
  private static final int SECONDS_A_MINUTE = 60;
  /// More would hide what they mark; the list of events has the others.
  private static final int MOST_SWITCHES = 200;

  private final Texts texts;
  private final Samples samples = new Samples();
  private final List<Switch> switches = new ArrayList<>();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(0);
  private List<StageFigures> before = List.of();
  private long limitBytes = 1;

  ChartsViewModel(Texts texts) {
    this.texts = texts;
  }

  /// Another number whenever there is something else to show.
  public ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }

  public Samples samples() {
    return samples;
  }

  /// How much memory the run may use.
  public long limitBytes() {
    return limitBytes;
  }

  /// The names of the stages that give channels on: all but the last, which gives one file.
  public List<String> throughputs() {
    return stages().subList(0, StageType.values().length - 1);
  }

  /// The names of all stages.
  public List<String> stages() {
    return StageType.ids().stream().map(id -> texts.get("stage." + id)).toList();
  }

  /// The levels of pressure, lowest first.
  public List<Band> bands() {
    return Stream.of(MemoryPressureLevel.values())
        .map(level -> new Band(level.word(), texts.get("pressure." + level.word()), level.from())).toList();
  }

  /// A level of pressure.
  ///
  /// @param word its name for styles
  /// @param name its name for a person
  /// @param from the share of the limit where it begins
  public record Band(String word, String name, double from) {}

  /// What an amount of memory is called on an axis.
  public static String bytes(double amount) {
    return Amounts.roughBytes(Math.round(amount));
  }

  /// What a rate is called on an axis.
  public String rate(double perSecond) {
    return texts.get("rate", Amounts.count(Math.round(perSecond)));
  }

  /// What a time is called on an axis.
  public String time(double seconds, Scale axis) {
    if (axis.top() > LONGEST_IN_SECONDS) {
      return texts.get("minutes", Amounts.count(Math.round(seconds / SECONDS_A_MINUTE)));
    }
    return texts.get("seconds", axis.step() < 1 ? Amounts.hundredths(seconds) : Amounts.count(Math.round(seconds)));
  }

  /// What a span's hint says.
  public String hint(int stage, Span span) {
    return texts.get("strategy.hint", stages().get(stage), span.strategy(), Amounts.time(duration(span.from())),
        Amounts.time(duration(span.to())));
  }

  /// The switches of the run, in their order.
  public List<Switch> switches() {
    return List.copyOf(switches);
  }

  /// What a switch's hint says: when, and why.
  public String hint(Switch one) {
    return texts.get("switch.hint", stages().get(one.stage()), Amounts.time(duration(one.seconds())), one.now(),
        one.before(), one.reason());
  }

  /// What each stage was at work with and how often that changed, for whoever does not see the chart.
  public String strategiesInWords() {
    List<String> all = new ArrayList<>();
    for (int stage = 0; stage < stages().size(); stage++) {
      List<String> names = samples.spans(stage).stream().map(Span::strategy).distinct().toList();
      if (!names.isEmpty()) {
        all.add(texts.get("strategies.of", stages().get(stage), String.join(", ", names)));
      }
    }
    all.add(texts.amount("switches", switches.size()));
    return String.join(". ", all);
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos(Math.round(seconds * NANOS_A_SECOND));
  }

  /// Forgets the run before.
  void begin() {
    samples.clear();
    switches.clear();
    before = List.of();
    changes.set(changes.get() + 1);
  }

  /// Adds that a stage went on by another strategy.
  ///
  /// @param at since the run began
  void add(RunEvent.StrategySwitched event, Duration at) {
    int stage = StageType.ids().indexOf(event.stage());
    if (stage >= 0 && switches.size() < MOST_SWITCHES) {
      switches.add(new Switch(stage, at.toNanos() / NANOS_A_SECOND, event.before(), event.now(), event.reason()));
    }
  }

  /// Adds what a run is like now.
  void add(RunSnapshot now, MemoryReading memory) {
    List<Long> items = new ArrayList<>();
    List<String> strategies = new ArrayList<>();
    for (int i = 0; i < now.stages().size(); i++) {
      StageFigures stage = now.stages().get(i);
      boolean hadEnded = !before.isEmpty() && before.get(i).state() == StageMeter.State.ENDED;
      items.add(stage.items());
      strategies.add(hadEnded || stage.state() == StageMeter.State.WAITING ? "" : stage.strategy());
    }
    before = now.stages();
    limitBytes = memory.limitBytes();
    samples.add(new Sample(now.elapsed().toNanos() / NANOS_A_SECOND, memory.rssBytes(), memory.usedBytes(),
        memory.level().ordinal(), items, strategies));
    changes.set(changes.get() + 1);
  }
}
