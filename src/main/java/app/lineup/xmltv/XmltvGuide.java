package app.lineup.xmltv;

import app.lineup.engine.flow.OnCompletion;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.record.SourceInfo;
import app.lineup.engine.record.VersionedSource;
import app.lineup.engine.watch.StageMeter;
import app.lineup.io.input.RereadableInput;
import app.lineup.model.channel.ByteSearch;
import app.lineup.model.guide.GuideChannel;
import app.lineup.model.guide.GuideReport;
import app.lineup.model.guide.GuideSource;
import app.lineup.model.guide.Programme;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/// A programme guide whose beginning was looked at and that can be read any number of times. Not thread-safe; used by
/// one thread at a time. The report of the reading that ended last is kept.
///
/// Nothing is resolved, loaded or expanded, whatever a DOCTYPE declares: elements are cut out and handed on as they
/// stand (`XMLTV-54`). What is no UTF-8 is turned into it while it is read.
public final class XmltvGuide implements VersionedSource<Programme> {

  /// More than all the world's guides have; what has more is a trap.
  private static final int MOST_CHANNELS = 500_000;
  private static final int START_BYTES = 1024;
  private static final byte[] ID = Markup.ascii("id");
  private static final byte[] NAME = Markup.ascii("<display-name");

  private final GuideSource source;
  private final RereadableInput input;
  private final Charset charset;
  private final GuideHead head;
  private final int blockBytes;
  private final SourceInfo info;
  private GuideLog indexLog = new GuideLog();
  private GuideIndex index = GuideIndex.EMPTY;
  private GuideReport report;

  private XmltvGuide(GuideSource source, RereadableInput input, Charset charset, GuideHead head, int blockBytes) {
    this.source = source;
    this.input = input;
    this.charset = charset;
    this.head = head;
    this.blockBytes = blockBytes;
    this.info = new SourceInfo(1, Instant.now(), OptionalLong.empty(), source.source().name());
    head.tell(indexLog);
    this.report = indexLog.report(source.source().name(), index);
  }

  /// Whether what `input` holds begins like a guide.
  public static boolean isGuide(RereadableInput input) throws PipelineException {
    Charset charset = charset(input);
    return GuideHead.isGuide(start(input, charset));
  }

  /// Looks at the beginning of a guide.
  ///
  /// @throws PipelineException if it cannot be read or is none
  public static XmltvGuide of(GuideSource source, RereadableInput input) throws PipelineException {
    return of(source, input, ElementReader.BLOCK_BYTES);
  }

  static XmltvGuide of(GuideSource source, RereadableInput input, int blockBytes) throws PipelineException {
    Charset charset = charset(input);
    GuideHead head = GuideHead.read(start(input, charset), input.label());
    return new XmltvGuide(source, input, charset, head, blockBytes);
  }

  private static Charset charset(RereadableInput input) throws PipelineException {
    try (InputStream stream = input.open()) {
      return GuideHead.charset(stream.readNBytes(START_BYTES));
    } catch (IOException e) {
      throw input.explain(e);
    }
  }

  private static byte[] start(RereadableInput input, Charset charset) throws PipelineException {
    try (InputStream stream = stream(input, charset)) {
      return stream.readNBytes(GuideHead.MOST_BYTES);
    } catch (IOException e) {
      throw input.explain(e);
    }
  }

  private static InputStream stream(RereadableInput input, Charset charset) throws PipelineException {
    InputStream stream = input.open();
    return charset.equals(StandardCharsets.UTF_8) ? stream : new Utf8Stream(stream, charset);
  }

  /// Where the guide is, fit for a message.
  public String label() {
    return input.label();
  }

  /// Its `<tv …>` tag in UTF-8.
  public byte[] root() {
    return new ElementMender(new GuideLog()).mendTag(head.root());
  }

  /// What was seen while it was read.
  public GuideReport report() {
    return report;
  }

  /// The first pass: the channels may stand anywhere (`XMLTV-57`), so the whole guide is looked through.
  ///
  /// @param meter counts the bytes that are read
  public GuideIndex index(StageMeter meter) throws PipelineException, InterruptedException {
    var log = new GuideLog();
    head.tell(log);
    var mender = new ElementMender(log);
    Map<String, GuideChannel> channels = new LinkedHashMap<>();
    Set<String> scheduled = new HashSet<>();
    byte[] lastId = {};
    long programmes = 0;
    try (var elements = new ElementReader(stream(input, charset), meter, log, blockBytes, head.bytes())) {
      while (elements.next()) {
        byte[] block = elements.block();
        var tag = StartTag.at(block, elements.from(), elements.to());
        if (elements.isChannel()) {
          Piece piece = mender.mend(block, elements.from(), elements.to(), true, elements.line());
          if (piece != null) {
            GuideChannel channel = channel(piece);
            channels.putIfAbsent(channel.id(), channel);
          }
        } else {
          programmes++;
          Range id = tag.value(ProgrammeReader.CHANNEL);
          if (id != null && !Arrays.equals(block, id.from(), id.to(), lastId, 0, lastId.length)) {
            lastId = Arrays.copyOfRange(block, id.from(), id.to());
            scheduled.add(References.text(lastId, 0, lastId.length));
          }
        }
        verifyCount(Math.max(channels.size(), scheduled.size()));
      }
      index = new GuideIndex(List.copyOf(channels.values()), scheduled, programmes, elements.lines());
    } catch (IOException e) {
      throw input.explain(e);
    }
    input.verifyUnchanged();
    if (programmes > 0) {
      input.approve();
    }
    indexLog = log;
    report = log.report(source.source().name(), index);
    return index;
  }

  private void verifyCount(int channels) throws PipelineException {
    if (channels > MOST_CHANNELS) {
      throw new PipelineException(Kind.USER, input.label(), "it has more than " + MOST_CHANNELS + " channels",
          "Check that this is the right address or file.");
    }
  }

  private static GuideChannel channel(Piece piece) {
    byte[] element = Arrays.copyOfRange(piece.bytes(), piece.from(), piece.to());
    Range id = StartTag.at(element, 0, element.length).value(ID);
    List<String> names = new ArrayList<>();
    int at = 1;
    while (at < element.length) {
      if (Markup.isTag(element, at, element.length, NAME)) {
        int from = Markup.tagEnd(element, at, element.length);
        int to = ByteSearch.indexOf(element, (byte) '<', from, element.length);
        names.add(References.text(element, from, to));
        at = to;
      } else {
        at++;
      }
    }
    return new GuideChannel(id == null ? "" : References.text(element, id.from(), id.to()), names, element);
  }

  @Override
  public PipelineIterator<Programme> open() throws PipelineException {
    return open(StageMeter.unwatched(), channel -> true);
  }

  /// A reader of the programmes of some channels.
  ///
  /// @param meter  counts the bytes that are read
  /// @param wanted says of a channel's id whether its programmes are wanted
  public PipelineIterator<Programme> open(StageMeter meter, Predicate<String> wanted) throws PipelineException {
    var log = new GuideLog(indexLog);
    // What is dropped because nobody can cut it out was told in the first pass.
    var elements = new ElementReader(stream(input, charset), meter, new GuideLog(), blockBytes, head.bytes());
    var programmes = new ProgrammeIterator(
        elements, input::explain, wanted, new ElementMender(log), new ProgrammeReader(source.times(), log));
    return new OnCompletion<>(programmes, () -> {
      input.verifyUnchanged();
      report = log.report(source.source().name(), index);
    });
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  /// Nothing to release: what was spooled belongs to whoever prepared the input.
  @Override
  public void close() {}
}
