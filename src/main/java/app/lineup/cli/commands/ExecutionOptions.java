package app.lineup.cli.commands;

import app.lineup.cli.args.Option;
import app.lineup.cli.args.ParsedCommand;
import app.lineup.cli.args.UsageException;
import app.lineup.cli.output.Texts;
import app.lineup.engine.flow.Readers;
import app.lineup.engine.memory.PressureScript;
import app.lineup.engine.strategy.StrategyProfile;
import app.lineup.model.Deduplication;
import app.lineup.model.NearestName;
import app.lineup.model.SpillFormat;
import app.lineup.pipeline.StageType;
import app.lineup.pipeline.Strategies;
import app.lineup.pipeline.Tuning;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Turns what was typed into how a run is done and what it may use.
final class ExecutionOptions {

  private static final int MOST_THREADS = 256;
  private static final int MOST_CHUNK = 1_000_000;
  private static final long KIBI = 1024;
  /// Found by trying: a million entries go through a heap of this size, and even of 32 MB; below that nobody tried.
  static final long LEAST_MEMORY_BYTES = 48 * KIBI * KIBI;
  private static final long MOST_BYTES = KIBI * KIBI * KIBI * KIBI;

  private static final long SECONDS_A_MINUTE = 60;
  private static final long SECONDS_AN_HOUR = 3600;
  private static final long SECONDS_A_DAY = 86_400;

  private ExecutionOptions() {}

  static ResourceLimits allowance(ParsedCommand call) throws UsageException {
    int threads = number(call, Option.THREADS, MOST_THREADS).orElse(Runtime.getRuntime().availableProcessors());
    return new ResourceLimits(threads, memory(call), choice(call, Option.GAUGE, Gauge.values(), Gauge.LIVE),
        simulated(call), chunkTimeout(call));
  }

  static Tuning tuning(ParsedCommand call) throws UsageException {
    return new Tuning(preferred(call.all(Option.STRATEGY)), number(call, Option.CHUNK, MOST_CHUNK),
        choice(call, Option.DEDUPE, Deduplication.values(), Deduplication.NONE),
        choice(call, Option.SPILL_FORMAT, SpillFormat.values(), SpillFormat.PACKED));
  }

  /// How many channels are published at most.
  static OptionalLong limit(ParsedCommand call) throws UsageException {
    OptionalInt count = number(call, Option.LIMIT, Integer.MAX_VALUE);
    return count.isPresent() ? OptionalLong.of(count.getAsInt()) : OptionalLong.empty();
  }

  private static OptionalInt number(ParsedCommand call, Option option, int most) throws UsageException {
    Optional<String> text = call.one(option);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= 1 && number <= most) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException e) {
      throw BuildOrder.wrongValue(option, text.get());
    }
    throw BuildOrder.wrongValue(option, text.get());
  }

  private static OptionalLong memory(ParsedCommand call) throws UsageException {
    OptionalLong bytes = size(call, Option.MEMORY);
    if (bytes.isPresent() && bytes.getAsLong() < LEAST_MEMORY_BYTES) {
      throw new UsageException(
          Option.MEMORY.shown(), Texts.get("usage.too-little-memory", call.one(Option.MEMORY).orElseThrow()),
          Texts.get("usage.too-little-memory.advice", LEAST_MEMORY_BYTES / KIBI / KIBI + "M"));
    }
    return bytes;
  }

  /// `512M`, `1G`, `98304K`: by 1024, as the start script gives it to the JVM.
  static OptionalLong size(ParsedCommand call, Option option) throws UsageException {
    Optional<String> text = call.one(option);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    String size = text.get().toUpperCase(Locale.ROOT);
    long unit = size.endsWith("K") ? KIBI : size.endsWith("M") ? KIBI * KIBI : size.endsWith("G") ? KIBI * KIBI * KIBI
        : 0;
    long bytes = 0;
    try {
      bytes = unit == 0 ? 0 : Math.multiplyExact(Long.parseLong(size, 0, size.length() - 1, 10), unit);
    } catch (ArithmeticException | NumberFormatException e) {
      throw BuildOrder.wrongValue(option, text.get());
    }
    if (unit == 0 || bytes > MOST_BYTES) {
      throw BuildOrder.wrongValue(option, text.get());
    }
    return OptionalLong.of(bytes);
  }

  /// `30s`, `2m`, `1h`.
  static Duration chunkTimeout(ParsedCommand call) throws UsageException {
    Optional<String> text = call.one(Option.CHUNK_TIMEOUT);
    if (text.isEmpty()) {
      return Readers.PATIENCE;
    }
    String time = text.get().toLowerCase(Locale.ROOT);
    long seconds = time.endsWith("s") ? 1 : time.endsWith("m") ? SECONDS_A_MINUTE : time.endsWith("h") ? SECONDS_AN_HOUR
        : 0;
    try {
      long count = seconds == 0 ? 0 : Long.parseLong(time, 0, time.length() - 1, 10);
      if (count >= 1 && count <= SECONDS_A_DAY / seconds) {
        return Duration.ofSeconds(count * seconds);
      }
    } catch (NumberFormatException e) {
      throw BuildOrder.wrongValue(Option.CHUNK_TIMEOUT, text.get());
    }
    throw BuildOrder.wrongValue(Option.CHUNK_TIMEOUT, text.get());
  }

  private static Optional<PressureScript> simulated(ParsedCommand call) throws UsageException {
    Optional<String> text = call.one(Option.SIMULATE_PRESSURE);
    try {
      return text.map(PressureScript::parse);
    } catch (IllegalArgumentException e) {
      throw new UsageException(Option.SIMULATE_PRESSURE.shown(), String.valueOf(e.getMessage()),
          Texts.get(Option.SIMULATE_PRESSURE.textKey() + ".advice"));
    }
  }

  private static Map<String, String> preferred(List<String> words) throws UsageException {
    Map<String, String> preferred = new TreeMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw BuildOrder.wrongValue(Option.STRATEGY, word);
      }
      String stage = word.substring(0, equals);
      String name = word.substring(equals + 1);
      if (stage.equals(StageType.GUIDE_ID)) {
        throw new UsageException(word, Texts.get("usage.guide-strategy"), Texts.get("usage.guide-strategy.advice"));
      }
      verify(stage, StageType.ids(), "usage.no-stage");
      verify(name, names(stage), "usage.no-strategy");
      if (preferred.put(stage, name) != null) {
        throw new UsageException(word, Texts.get("usage.stage-twice"), Texts.get("usage.stage-twice.advice"));
      }
    }
    return preferred;
  }

  private static List<String> names(String stage) {
    for (Map.Entry<StageType, List<StrategyProfile>> known : Strategies.all().entrySet()) {
      if (known.getKey().id().equals(stage)) {
        return known.getValue().stream().map(StrategyProfile::name).toList();
      }
    }
    return List.of();
  }

  private static void verify(String typed, List<String> names, String what) throws UsageException {
    if (!names.contains(typed)) {
      String near = NearestName.to(typed, names);
      String meant = near.isEmpty() ? "" : Texts.get("usage.did-you-mean", near) + " ";
      throw new UsageException(typed.isEmpty() ? Option.STRATEGY.shown() : typed, Texts.get(what),
          meant + Texts.get("usage.there-are", String.join(", ", names)));
    }
  }

  /// One of a few words, in any case.
  private static <E extends Enum<E>> E choice(ParsedCommand call, Option option, E[] all, E usual)
      throws UsageException {
    Optional<String> text = call.one(option);
    if (text.isEmpty()) {
      return usual;
    }
    return Stream.of(all).filter(one -> one.name().equalsIgnoreCase(text.get())).findFirst()
        .orElseThrow(() -> BuildOrder.wrongValue(option, text.get()));
  }
}
