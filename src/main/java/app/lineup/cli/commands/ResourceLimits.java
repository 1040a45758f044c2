package app.lineup.cli.commands;

import app.lineup.engine.memory.PressureScript;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// What a run may use.
///
/// @param threads     how many threads it may keep busy
/// @param memoryBytes how much memory, where it was said
/// @param gauge       what pressure is judged by
/// @param simulated   the pressure that is played to it in place of the real one
/// @param chunkTimeout how long it waits while nothing comes from a list
public record ResourceLimits(int threads, OptionalLong memoryBytes, Gauge gauge, Optional<PressureScript> simulated,
    Duration chunkTimeout) {}
