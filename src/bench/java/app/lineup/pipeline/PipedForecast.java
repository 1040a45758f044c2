package app.lineup.pipeline;

import app.lineup.model.Location;
import app.lineup.model.Numbering;
import app.lineup.model.SeparatorPolicy;
import app.lineup.model.Source;
import app.lineup.model.Target;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/// The forecast of a run with `--numbers keep` whose list comes through a pipe, which a run itself cannot make: nobody
/// knows how long a pipe is. Arguments: the limit, what the program holds without a run, and the list's bytes.
///
/// Prints bytes of memory with the program's, bytes spilled, and seconds, with tabs between.
final class PipedForecast {

  private PipedForecast() {}

  public static void main(String[] arguments) throws Exception {
    var room = new RunMemory(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]));
    long bytes = Long.parseLong(arguments[2]);
    var plan = new RunPlan(
        List.of(new Source("pipe", new Location.StandardInput())), List.of(), List.of(), new Numbering.Keep(),
        SeparatorPolicy.KEEP,
        new Target.OfStream(OutputStream.nullOutputStream(), ""), false);
    Forecast forecast = Forecast.of(plan, new ToRead(Forecast.likelyItems(bytes), bytes), room);
    System.out.printf(Locale.ROOT, "%d\t%d\t%.3f%n", room.restingBytes() + forecast.memoryBytes(),
        forecast.spillBytes(), forecast.seconds());
  }
}
