package app.lineup.xmltv;

import app.lineup.model.FindingKind;
import app.lineup.model.guide.GuideTimes;
import app.lineup.model.guide.Programme;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns `<programme>` elements into programmes: reads their times and writes those anew that have to be (`XMLTV-50`,
/// `XMLTV-51` and `XMLTV-59`). Not thread-safe; used by one thread.
final class ProgrammeReader {

  static final byte[] CHANNEL = Markup.ascii("channel");
  private static final byte[] START = Markup.ascii("start");
  private static final byte[] STOP = Markup.ascii("stop");

  private final GuideTimes times;
  private final GuideClock clock;
  private final GuideLog log;

  ProgrammeReader(GuideTimes times, GuideLog log) {
    this.times = times;
    this.clock = new GuideClock(times.withoutOffset());
    this.log = log;
  }

  /// The programme, or null where nobody can say when it begins.
  @Nullable Programme read(String channel, Piece element, long line) {
    var tag = StartTag.at(element.bytes(), element.from(), element.to());
    GuideClock.Time start = time(tag, START);
    if (start == null) {
      log.add(FindingKind.BAD_TIME, line, channel);
      return null;
    }
    GuideClock.Time stop = time(tag, STOP);
    tell(start, line);
    if (stop == null) {
      log.add(FindingKind.NO_STOP, line, channel);
    }
    Duration shift = times.shift(channel);
    Piece written = written(written(element, START, start, shift), STOP, stop, shift);
    Optional<Instant> end = stop == null ? Optional.empty() : Optional.of(stop.at().plus(shift));
    return new Programme(channel, start.at().plus(shift), end, written.bytes(), written.from(), written.to());
  }

  private GuideClock.@Nullable Time time(StartTag tag, byte[] name) {
    Range value = tag.value(name);
    return value == null ? null : clock.read(References.text(tag.bytes(), value.from(), value.to()));
  }

  private void tell(GuideClock.Time time, long line) {
    switch (time.naming()) {
      case GIVEN -> {}
      case MISSING -> log.add(FindingKind.NO_OFFSET, line, "");
      case UNKNOWN -> log.add(FindingKind.UNKNOWN_ZONE, line, "");
    }
  }

  /// A time means the same to the next reader as it stands, unless it was shifted or lacks the offset it was read with.
  private static Piece written(Piece element, byte[] name, GuideClock.@Nullable Time time, Duration shift) {
    if (time == null) {
      return element;
    }
    boolean complete = switch (time.naming()) {
      case GIVEN -> true;
      case MISSING -> time.offset().equals(ZoneOffset.UTC);
      case UNKNOWN -> false;
    };
    if (complete && shift.isZero()) {
      return element;
    }
    var tag = StartTag.at(element.bytes(), element.from(), element.to());
    byte[] bytes = tag.with(name, GuideClock.write(time.at().plus(shift), time.offset()), element.to());
    return new Piece(bytes, 0, bytes.length, true);
  }

  /// The programme with the start of `next` as its end (`XMLTV-52`).
  static Programme ended(Programme programme, Programme next) {
    var tag = StartTag.at(programme.block(), programme.from(), programme.to());
    var nextTag = StartTag.at(next.block(), next.from(), next.to());
    Range start = nextTag.value(START);
    if (start == null) {
      return programme;
    }
    String text = References.text(next.block(), start.from(), start.to());
    byte[] bytes = tag.with(STOP, text, programme.to());
    return new Programme(programme.channel(), programme.start(), Optional.of(next.start()), bytes, 0, bytes.length);
  }
}
