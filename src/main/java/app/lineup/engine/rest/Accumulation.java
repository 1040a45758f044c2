package app.lineup.engine.rest;

import app.lineup.engine.memory.LeaseBook;
import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.engine.record.ItemCodec;
import app.lineup.engine.watch.StageMeter;
import java.util.function.Consumer;

/// How an [IteratorAccumulator] works and with what.
///
/// @param codec    writes, reads, weighs and cuts out an item
/// @param strategy where items rest while there is no pressure
/// @param space    where their files are; belongs to the caller, and is closed after what was sealed
/// @param memory   says how much pressure there is
/// @param leases   where it is declared what is held in memory
/// @param meter    the counters of the stage
/// @param told     hears of each file and each switch, on the thread that adds
/// @param <T>      the kind of item
public record Accumulation<T>(
    ItemCodec<T> codec,
    AccumulationStrategy strategy,
    SpillSpace space,
    MemoryMonitor memory,
    LeaseBook leases,
    StageMeter meter,
    Consumer<Spill> told) {}
