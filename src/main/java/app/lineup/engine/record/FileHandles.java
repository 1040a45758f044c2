package app.lineup.engine.record;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/// Open handles of one file, each used by one reader at a time, so that readers do not wait for each other.
/// Thread-safe.
///
/// Not a channel: an interrupt of one reader would close it for all. One handle is open from the start, so that the
/// file stays readable where it is deleted or replaced.
final class FileHandles implements AutoCloseable {

  private static final int MOST_IDLE = 4;

  private final Path file;
  private final Deque<RandomAccessFile> idle = new ArrayDeque<>();
  private boolean closed;

  FileHandles(Path file) throws IOException {
    this.file = file;
    idle.add(open());
  }

  private RandomAccessFile open() throws IOException {
    return new RandomAccessFile(file.toFile(), "r");
  }

  long length() throws IOException {
    RandomAccessFile handle = take();
    try {
      return handle.length();
    } finally {
      giveBack(handle);
    }
  }

  /// The bytes from `offset` on.
  ///
  /// @throws java.io.EOFException if there are not so many
  byte[] read(long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    RandomAccessFile handle = take();
    try {
      handle.seek(offset);
      handle.readFully(bytes);
      return bytes;
    } finally {
      giveBack(handle);
    }
  }

  private RandomAccessFile take() throws IOException {
    synchronized (this) {
      if (closed) {
        throw new IOException("read after close");
      }
      RandomAccessFile handle = idle.poll();
      if (handle != null) {
        return handle;
      }
    }
    return open();
  }

  private void giveBack(RandomAccessFile handle) throws IOException {
    synchronized (this) {
      if (!closed && idle.size() < MOST_IDLE) {
        idle.push(handle);
        return;
      }
    }
    handle.close();
  }

  /// Closes what is idle; what is in use is closed when it is given back. May be called twice.
  @Override
  public void close() throws IOException {
    Deque<RandomAccessFile> open;
    synchronized (this) {
      closed = true;
      open = new ArrayDeque<>(idle);
      idle.clear();
    }
    for (RandomAccessFile handle : open) {
      handle.close();
    }
  }
}
