package app.lineup.xmltv;

import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.model.guide.Programme;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The programmes of wanted channels, in the guide's order; of the others only the channel's id is looked at. One
/// without an end waits for the next one on its channel (`XMLTV-52`), at most one a channel.
final class ProgrammeIterator implements PipelineIterator<Programme> {

  private final ElementReader elements;
  private final Function<IOException, PipelineException> failures;
  private final Predicate<String> wanted;
  private final ElementMender mender;
  private final ProgrammeReader reader;
  private final Deque<Programme> ready = new ArrayDeque<>();
  private final Map<String, Programme> endless = new LinkedHashMap<>();
  private byte[] lastId = {};
  private @Nullable String lastChannel;
  private boolean ended;

  /// @param elements of the guide; closed with this
  /// @param failures puts a failed read into words
  /// @param wanted   says of a channel's id whether its programmes are wanted
  ProgrammeIterator(ElementReader elements, Function<IOException, PipelineException> failures, Predicate<String> wanted,
      ElementMender mender, ProgrammeReader reader) {
    this.elements = elements;
    this.failures = failures;
    this.wanted = wanted;
    this.mender = mender;
    this.reader = reader;
  }

  @Override
  public IteratorResult<Programme> nextChunk(int maxItems) throws PipelineException, InterruptedException {
    try {
      byte[] block = elements.block();
      // Not past the block once there is something to give: more blocks would be held than one.
      while (!ended && ready.size() < maxItems && (ready.isEmpty() || isAt(block))) {
        if (elements.next()) {
          block = ready.isEmpty() ? elements.block() : block;
          read();
        } else {
          ended = true;
          ready.addAll(endless.values());
          endless.clear();
        }
      }
    } catch (IOException e) {
      throw failures.apply(e);
    }
    if (ready.isEmpty()) {
      return new IteratorResult.Finished<>();
    }
    List<Programme> chunk = new ArrayList<>(Math.min(maxItems, ready.size()));
    while (chunk.size() < maxItems && !ready.isEmpty()) {
      chunk.add(ready.remove());
    }
    return new IteratorResult.Items<>(chunk);
  }

  @SuppressWarnings("ReferenceEquality") // The question is whether it is one array, not whether two say the same.
  private boolean isAt(byte[] block) {
    return elements.block() == block;
  }

  private void read() {
    if (elements.isChannel()) {
      return;
    }
    String channel = wantedChannel();
    if (channel == null) {
      return;
    }
    long line = elements.line();
    Piece piece = mender.mend(elements.block(), elements.from(), elements.to(), false, line);
    if (piece == null) {
      return;
    }
    Programme programme = reader.read(channel, piece, line);
    if (programme != null) {
      if (!piece.own()) {
        elements.keep();
      }
      give(programme);
    }
  }

  private void give(Programme programme) {
    Programme before = endless.isEmpty() ? null : endless.remove(programme.channel());
    if (before != null) {
      ready.add(before.start().isBefore(programme.start()) ? ProgrammeReader.ended(before, programme) : before);
    }
    if (programme.stop().isEmpty()) {
      endless.put(programme.channel(), programme.owned());
    } else {
      ready.add(programme);
    }
  }

  /// The id of the element's channel, null where that is not wanted. Neighbours mostly have the same.
  private @Nullable String wantedChannel() {
    byte[] block = elements.block();
    Range id = StartTag.at(block, elements.from(), elements.to()).value(ProgrammeReader.CHANNEL);
    if (id == null) {
      return null;
    }
    if (!Arrays.equals(block, id.from(), id.to(), lastId, 0, lastId.length) || lastId.length == 0) {
      lastId = Arrays.copyOfRange(block, id.from(), id.to());
      String channel = References.text(lastId, 0, lastId.length);
      lastChannel = wanted.test(channel) ? channel : null;
    }
    return lastChannel;
  }

  @Override
  public void close() {
    ended = true;
    ready.clear();
    endless.clear();
    elements.close();
  }
}
