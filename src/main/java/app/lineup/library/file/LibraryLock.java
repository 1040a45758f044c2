package app.lineup.library.file;

import app.lineup.files.OwnerOnly;
import app.lineup.library.file.LibraryException.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Says that one program has the library, from before its file is opened, made or replaced until after it is closed.
/// The system lets go of it when the program ends, however that happens. Thread-safe.
public final class LibraryLock implements AutoCloseable {

  /// Behind all that is written in the file, so that others can read who holds it on every system.
  private static final long LOCKED_BYTE = 1L << 40;

  private final FileChannel channel;

  private LibraryLock(FileChannel channel) {
    this.channel = channel;
  }

  private static Path file(Path folder) {
    return folder.resolve("library.lock");
  }

  /// Takes it.
  ///
  /// @throws LibraryException if another program has it, or the folder cannot be written
  static LibraryLock take(Path folder) throws LibraryException {
    return tryTake(folder).orElseThrow(() -> new LibraryException(
        Trouble.IN_USE, LibraryFile.file(folder), new IOException("process " + holder(folder) + " holds it")));
  }

  /// Takes it if nobody has it.
  static Optional<LibraryLock> tryTake(Path folder) throws LibraryException {
    Path file = file(folder);
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
        if (lock == null) {
          channel.close();
          return Optional.empty();
        }
      } catch (OverlappingFileLockException _) {
        channel.close();
        return Optional.empty();
      }
      OwnerOnly.restrictFile(file);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      return Optional.of(new LibraryLock(channel));
    } catch (IOException e) {
      throw new LibraryException(Trouble.NO_FOLDER, folder, e);
    }
  }

  /// The number of the process that holds the library below `folder`, as that wrote it.
  private static String holder(Path folder) {
    try {
      return Files.readString(file(folder)).strip();
    } catch (IOException e) {
      return "?";
    }
  }

  /// Lets go of it. May be called twice.
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      System.getLogger(LibraryLock.class.getName()).log(System.Logger.Level.DEBUG, "the lock did not close", e);
    }
  }
}
