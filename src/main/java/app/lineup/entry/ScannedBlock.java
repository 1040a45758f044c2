package app.lineup.entry;

import app.lineup.model.Channel;
import app.lineup.model.Finding;
import java.util.List;
import java.util.Optional;

/// The entries of one block of lines.
///
/// @param channels    in the order of the block
/// @param inheriting  how many channels come before the block's first lasting `#EXTGRP`; they inherit from the block before
/// @param lastGroup   the lasting group at the block's end, empty where the block does not set one
/// @param findings    what was odd, with lines counted from the block's first line
/// @param lines       how many lines the block has
/// @param laterGuides guide addresses of header lines inside the block
public record ScannedBlock(
    List<Channel> channels,
    int inheriting,
    Optional<String> lastGroup,
    List<Finding> findings,
    long lines,
    List<String> laterGuides) {}
