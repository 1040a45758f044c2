package app.lineup.engine.record;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Supplier;

/// A disk that is full when a test says so. Not thread-safe; used by one thread.
public final class FakeDisk implements Disk {

  private static final int NEVER = -1;

  private int failingWrite = NEVER;
  private int writes;
  private int opened;
  private int closed;
  private long free = Long.MAX_VALUE;
  private Supplier<IOException> failure = () -> new IOException("No space left on device");

  /// Fails at one of its writes; opening a file counts as one.
  public FakeDisk failingAt(int write) {
    failingWrite = write;
    return this;
  }

  /// What its failing write throws.
  public FakeDisk with(Supplier<IOException> other) {
    failure = other;
    return this;
  }

  public FakeDisk free(long bytes) {
    free = bytes;
    return this;
  }

  public int writes() {
    return writes;
  }

  public int open() {
    return opened - closed;
  }

  private void count() throws IOException {
    if (writes++ == failingWrite) {
      throw failure.get();
    }
  }

  @Override
  public long freeBytes(Path folder) {
    return free;
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    count();
    OutputStream real = Disk.super.create(file);
    opened++;
    return new FilterOutputStream(real) {
      private boolean ended;

      @Override
      public void write(byte[] bytes) throws IOException {
        count();
        out.write(bytes);
      }

      @Override
      public void close() throws IOException {
        closed += ended ? 0 : 1;
        ended = true;
        super.close();
      }
    };
  }
}
