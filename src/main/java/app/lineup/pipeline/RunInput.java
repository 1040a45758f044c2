package app.lineup.pipeline;

import app.lineup.engine.record.SealedList;
import app.lineup.m3u.scan.M3uList;

/// What a run reads and what its stages are made of.
///
/// @param lists its sources, ready to be read, as often as the run does
public record RunInput(CompiledPlan parts, SealedList<M3uList> lists) {}
