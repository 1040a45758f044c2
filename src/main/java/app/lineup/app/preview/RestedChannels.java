package app.lineup.app.preview;

import app.lineup.app.BlockNumbers;
import app.lineup.engine.flow.BufferedIterator;
import app.lineup.engine.flow.ChunkFunction;
import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.IteratorResult;
import app.lineup.engine.flow.ParallelIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryPressureLevel;
import app.lineup.engine.record.BlockEncoder;
import app.lineup.engine.record.RecordBlock;
import app.lineup.engine.record.RecordFile;
import app.lineup.engine.record.RecordFileWriter;
import app.lineup.engine.record.RecordForm;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.m3u.codec.ChannelCodec;
import app.lineup.m3u.write.NarrowEntry;
import app.lineup.model.Field;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelSlice;
import app.lineup.pipeline.RunResources;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Narrow channels in a file, read in blocks by several threads. Thread-safe.
///
/// What they say in other fields than those of [NarrowEntry] is not to be asked for.
final class RestedChannels implements AutoCloseable {

  private static final RecordForm<Channel> FORM =
      new RecordForm<>(new ChannelCodec(), MemoryPressureLevel.OPTIMAL.chunkItems());

  private final RecordFile<Channel> file;

  private RestedChannels(RecordFile<Channel> file) {
    this.file = file;
  }

  /// Reads `channels` to their end, closes them, and keeps them.
  ///
  /// @throws PipelineException    if they cannot be read, or not be kept; nothing is left then
  /// @throws InterruptedException if it was cancelled; nothing is left then
  static RestedChannels of(PipelineIterator<Channel> channels, RunResources means)
      throws PipelineException, InterruptedException {
    try (PipelineIterator<RecordBlock> blocks = blocks(channels, means)) {
      SpillSpace spill = means.spill();
      Path target = spill.newFile("preview");
      Path part = spill.newFile("preview-part");
      long taken = 0;
      try (var writer = new RecordFileWriter<>(target, part, FORM)) {
        while (blocks.nextChunk(
            FORM.blockItems()) instanceof IteratorResult.Items<RecordBlock>(List<RecordBlock> made)) {
          for (RecordBlock block : made) {
            spill.take(block.bytes().length);
            taken += block.bytes().length;
            writer.append(block);
          }
        }
        writer.commit(1, Instant.now(), "channels for a preview", new byte[0]);
        long bytes = taken;
        return new RestedChannels(RecordFile.open(target, FORM, () -> delete(target, spill, bytes)));
      } catch (IOException e) {
        spill.giveBack(taken);
        throw spill.failed(target, e);
      } catch (PipelineException | InterruptedException | RuntimeException e) {
        spill.giveBack(taken);
        throw e;
      }
    }
  }

  private static PipelineIterator<RecordBlock> blocks(PipelineIterator<Channel> channels, RunResources means) {
    var full = new BufferedIterator<>(new ChunkIterator<>(channels, ChannelSlice::takenOut),
        MemoryPressureLevel.OPTIMAL::chunkItems);
    return means.threads() > 1
        ? new ParallelIterator<>(full, RestedChannels::encoder, means.workers(), means.threads() + 1)
        : new ChunkIterator<>(full, encoder());
  }

  private static ChunkFunction<Channel, RecordBlock> encoder() {
    var encoder = new BlockEncoder<>(FORM);
    return chunk -> encoder.apply(chunk.stream().map(NarrowEntry::of).toList());
  }

  /// A file that stays is swept with its folder.
  private static void delete(Path file, SpillSpace spill, long bytes) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.getLogger(RestedChannels.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + file, e);
    }
    spill.giveBack(bytes);
  }

  /// Whether what reads these fields can ask these channels.
  static boolean answer(Set<Field> fields) {
    return NarrowEntry.has(fields);
  }

  /// Applies `steps` to all of them, in their order; they may be closed meanwhile.
  ///
  /// @throws PipelineException if they were closed before
  <O> PipelineIterator<O> through(ChunkSteps<O> steps, RunResources means) throws PipelineException {
    RecordFile<Channel>.Hold hold = file.hold();
    var read = new ParallelIterator<Integer, O>(new BlockNumbers(file.blocks()), () -> {
      ChunkFunction<Channel, O> step = steps.step();
      return blocks -> {
        List<O> made = new ArrayList<>();
        for (int block : blocks) {
          made.addAll(step.apply(file.block(block)));
        }
        return made;
      };
    }, means.workers(), means.threads() + 1);
    return new PipelineIterator<>() {
      @Override
      public IteratorResult<O> nextChunk(int maxItems) throws PipelineException, InterruptedException {
        return read.nextChunk(maxItems);
      }

      @Override
      public void close() {
        read.close();
        hold.close();
      }
    };
  }

  /// Makes what is asked on one thread.
  @FunctionalInterface
  interface ChunkSteps<O> {
    ChunkFunction<Channel, O> step();
  }

  /// Lets go of the file; who reads it goes on. May be called twice.
  @Override
  public void close() {
    file.close();
  }
}
