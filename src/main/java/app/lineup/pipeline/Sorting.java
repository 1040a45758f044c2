package app.lineup.pipeline;

import app.lineup.engine.flow.ChunkIterator;
import app.lineup.engine.flow.PipelineIterator;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.record.ItemCodec;
import app.lineup.engine.rest.Accumulation;
import app.lineup.engine.rest.GatheringIterator;
import app.lineup.engine.rest.Spill;
import app.lineup.engine.sort.SortedRuns;
import app.lineup.engine.watch.RunEvent;
import app.lineup.engine.watch.RunObserver;
import app.lineup.engine.watch.StageMeter;
import app.lineup.m3u.codec.ChannelCodec;
import app.lineup.m3u.codec.JsonLines;
import app.lineup.model.Order;
import app.lineup.model.SpillFormat;
import app.lineup.model.channel.Channel;
import app.lineup.model.channel.ChannelSlice;

/// Puts channels into the order of the plan, between filtering and numbering: numbers follow the order. What it holds
/// and spills counts as numbering's, which has to wait for it. Immutable.
///
/// @param means    where channels rest
/// @param order    the order
/// @param format   how channels lie on the disk
/// @param meter    the counters of numbering
/// @param observer told of each file
record Sorting(RunResources means, Order order, SpillFormat format, StageMeter meter, RunObserver observer) {

  /// The channels in order; nothing is done where they stay as loaded.
  PipelineIterator<Channel> sorted(PipelineIterator<Channel> channels) {
    if (order.isAsLoaded()) {
      return channels;
    }
    MemoryMonitor memory = means.memory();
    var how = new Accumulation<>(codec(), SortedRuns.within(memory.leases().limitBytes()), means.spill(),
        memory, memory.leases(), meter, this::tell);
    return new GatheringIterator<>(new ChunkIterator<>(channels, ChannelSlice::takenOut),
        new SortedRuns<>(how, new SortBytes(order)),
        () -> memory.level().chunkItems(), "channels to be sorted");
  }

  private ItemCodec<Channel> codec() {
    return switch (format) {
      case PACKED -> new ChannelCodec();
      case JSONL -> new JsonLines();
    };
  }

  private void tell(Spill fact) {
    switch (fact) {
      case Spill.Written(long items, long bytes) -> observer.onEvent(new RunEvent.Spilled(meter.stage(), items, bytes));
      case Spill.Switched _ -> {
        // A run that is full is no other way of doing it.
      }
    }
  }
}
