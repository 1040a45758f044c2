package app.lineup.gui.run.model;

import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.gui.run.model.ForecastViewModel.Likely;
import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Texts;
import java.time.Duration;

/// What is said of a forecast. Immutable.
record ForecastWordsViewModel(Texts texts) {

  private static final double NANOS_A_SECOND = 1e9;

  /// Before the run.
  String before(Likely likely) {
    long spills = likely.forecast().spillBytes();
    String spilled = spills == 0 ? texts.get("forecast.dry") : texts.get("forecast.spills", Amounts.roughBytes(spills));
    String line = texts.get("forecast", Amounts.roughBytes(likely.memoryBytes()),
        Amounts.roughBytes(likely.limitBytes()),
        spilled, time(likely));
    if (likely.leastBytes() > likely.limitBytes()) {
      return line + " " + texts.get("forecast.too-little", Amounts.roughBytes(likely.leastBytes()));
    }
    MemoryPressureLevel level = level((double) likely.memoryBytes() / likely.limitBytes());
    return level == MemoryPressureLevel.OPTIMAL
        ? line : line + " " + texts.get("forecast.pressure", texts.get("pressure." + level.word()));
  }

  /// After it.
  String after(Likely said, long peakBytes, long spilledBytes, Duration took) {
    long spills = said.forecast().spillBytes();
    String spilled = spills == 0 && spilledBytes == 0
        ? texts.get("checked.dry")
        : texts.get("checked.spilled", amount(spilledBytes), amount(spills));
    return texts.get("checked", Amounts.roughBytes(peakBytes), Amounts.roughBytes(said.memoryBytes()), spilled,
        Amounts.time(took), time(said));
  }

  private String amount(long bytes) {
    return bytes == 0 ? texts.get("checked.none") : Amounts.roughBytes(bytes);
  }

  private static String time(Likely likely) {
    return Amounts.time(Duration.ofNanos(Math.round(likely.forecast().seconds() * NANOS_A_SECOND)));
  }

  private static MemoryPressureLevel level(double share) {
    MemoryPressureLevel highest = MemoryPressureLevel.OPTIMAL;
    for (MemoryPressureLevel level : MemoryPressureLevel.values()) {
      highest = share >= level.from() ? level : highest;
    }
    return highest;
  }
}
