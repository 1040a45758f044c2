package app.lineup.stages;

import app.lineup.engine.record.SealedList;
import app.lineup.provider.m3u.M3uList;

/// What a run reads and what its stages are made of.
///
/// @param lists its sources, ready to be read, as often as the run does
public record RunInput(RunParts parts, SealedList<M3uList> lists) {}
