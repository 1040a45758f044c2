package app.lineup.library.file;

import app.lineup.library.edits.EditStore;
import java.nio.file.Path;
import java.util.Optional;

/// What an open library gives to the window. Immutable.
///
/// @param kept   what it held
/// @param edits  the edits of channels that it held
/// @param writes takes what changes
/// @param aside  where the one lies that could not be read, where there was such a one
public record OpenedLibrary(Opened kept, EditStore edits, WriteBehind writes, Optional<Path> aside) {}
