package app.lineup.golden;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.flow.Readers;
import app.lineup.io.http.FetchLimits;
import app.lineup.io.http.HttpFetcher;
import app.lineup.io.input.InputLimits;
import app.lineup.io.input.InputOpener;
import app.lineup.io.input.SpoolSpace;
import app.lineup.m3u.Inheritance;
import app.lineup.m3u.scan.M3uList;
import app.lineup.m3u.scan.ScanLimits;
import app.lineup.m3u.write.EntryWriter;
import app.lineup.model.Field;
import app.lineup.model.FindingKind;
import app.lineup.model.KnownField;
import app.lineup.model.Location;
import app.lineup.model.ParseReport;
import app.lineup.model.Source;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A list that was read from a file the way the program reads it: what its channels and its report say.
///
/// @param list     what was read
/// @param channels all of them
public record ListReading(M3uList list, List<Channel> channels) {

  /// Reads `text`, in UTF-8, from a file in `folder`.
  public static ListReading of(Path folder, String text) throws PipelineException, InterruptedException, IOException {
    return of(folder, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads these bytes from a file in `folder`.
  public static ListReading of(Path folder, byte[] bytes) throws PipelineException, InterruptedException, IOException {
    Path file = Files.write(folder.resolve("read.m3u"), bytes);
    var source = new Source("list", new Location.OfFile(file));
    try (InputOpener inputs = inputs(folder)) {
      M3uList list = M3uList.of(source, inputs.prepare(source, count -> {}), ScanLimits.DEFAULT);
      return new ListReading(list, drain(list.open()));
    }
  }

  /// What opens files, and keeps what it has to keep in `folder`.
  public static InputOpener inputs(Path folder) {
    return inputs(folder, InputLimits.DEFAULT);
  }

  /// The same with limits for packed files.
  static InputOpener inputs(Path folder, InputLimits limits) {
    return inputs(folder, limits, InputStream.nullInputStream(), Optional.empty());
  }

  /// The same with something to come through standard input.
  static InputOpener inputs(
      Path folder, InputLimits limits, InputStream standardInput, Optional<Readers> readers) {
    return new InputOpener(new HttpFetcher(FetchLimits.DEFAULT), new SpoolSpace(folder), standardInput, limits,
        readers);
  }

  /// Everything that `items` gives, pulled in small chunks; `items` is closed.
  public static <T> List<T> drain(PipelineIterator<T> items) throws PipelineException, InterruptedException {
    List<T> all = new ArrayList<>();
    try (items) {
      while (items.nextChunk(7) instanceof IteratorResult.Items<T>(List<T> chunk)) {
        all.addAll(chunk);
      }
    }
    return all;
  }

  /// What `field` says, channel by channel.
  public List<String> texts(Field field) {
    return channels.stream().map(channel -> channel.text(field)).toList();
  }

  /// The name of each channel.
  public List<String> names() {
    return texts(KnownField.CHANNEL_NAME);
  }

  /// What the reading reported.
  public ParseReport report() {
    return list.report();
  }

  /// The kinds of what was found, in the order of the report.
  public List<FindingKind> kinds() {
    return report().findings().stream().map(finding -> finding.kind()).toList();
  }

  /// The lines at which something of this kind was found.
  public List<Long> lines(FindingKind kind) {
    return report().findings().stream().filter(finding -> finding.kind() == kind).map(finding -> finding.line())
        .toList();
  }

  /// The only channel.
  public Channel only() {
    if (channels.size() != 1) {
      throw new AssertionError("one channel was expected: " + channels);
    }
    return channels.getFirst();
  }

  /// A channel as it is written where its neighbours stay.
  public static String written(Channel channel) {
    return new String(bytes(channel), StandardCharsets.UTF_8);
  }

  /// The bytes of a channel as it is written where its neighbours stay.
  public static byte[] bytes(Channel channel) {
    return new EntryWriter(Inheritance.LEFT_IN_PLACE).write(new NumberedChannel(channel, null));
  }
}
