package app.lineup.pipeline.number;

import app.lineup.engine.memory.LeaseAlarms;
import app.lineup.engine.memory.LeaseBook;
import app.lineup.engine.memory.MemoryLease;
import app.lineup.engine.rest.SpillSpace;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A map from hashes to `long`s that are not 0: open addressing, 16 bytes a place, up to three quarters of them taken.
/// It lies in memory under a lease, and where that is not granted in a mapped file of the spill space, whose pages the
/// system may drop: what is in it never depends on which. Not thread-safe; used by the run's thread.
final class NumberTable implements AutoCloseable {

  /// The share of the limit that is its to hold.
  private static final double ALLOWANCE = 0.25;

  private static final String OWNER = "remembered numbers";
  private static final int PLACE_BYTES = 2 * Long.BYTES;
  private static final long FEWEST = 64;
  /// A quarter, as for channels at rest: the heap grows with what it holds for long.
  private static final int SHARE_OF_MEMORY = 4;

  private final LeaseBook leases;
  private final MemoryLease lease;
  private final SpillSpace spill;
  private Room room;
  private long size;
  private boolean closed;

  /// @param at      where the places lie, each a key and a value
  /// @param places  how many
  /// @param mapped  what keeps the file in memory; null on the heap
  /// @param file    the file; null on the heap
  private record Room(MemorySegment at, long places, @Nullable Arena mapped, @Nullable Path file) {

    long bytes() {
      return places * PLACE_BYTES;
    }

    long leased() {
      return mapped == null ? bytes() : 0;
    }

    long key(long place) {
      return at.getAtIndex(ValueLayout.JAVA_LONG, 2 * place);
    }

    long value(long place) {
      return at.getAtIndex(ValueLayout.JAVA_LONG, 2 * place + 1);
    }

    void set(long place, long key, long value) {
      at.setAtIndex(ValueLayout.JAVA_LONG, 2 * place, key);
      at.setAtIndex(ValueLayout.JAVA_LONG, 2 * place + 1, value);
    }

    /// Where the key is, or the free place where it would be.
    long find(long key) {
      long place = Math.unsignedMultiplyHigh(key, places);
      while (value(place) != 0 && key(place) != key) {
        place = place + 1 == places ? 0 : place + 1;
      }
      return place;
    }
  }

  /// @param likely how many there will be, more or less
  NumberTable(long likely, LeaseBook leases, SpillSpace spill) throws PipelineException {
    this.leases = leases;
    this.lease = leases.open(OWNER, ALLOWANCE, LeaseAlarms.NONE);
    this.spill = spill;
    this.room = room(Math.max(FEWEST, likely + likely / 2), 0);
  }

  /// What stands under the key, 0 where nothing does.
  long get(long key) {
    return room.value(room.find(key));
  }

  /// Puts a value in place of what stood under the key.
  ///
  /// @param value not 0
  void put(long key, long value) throws PipelineException {
    long place = room.find(key);
    if (room.value(place) == 0) {
      if (size + 1 > room.places() - room.places() / 4) {
        grow();
        place = room.find(key);
      }
      size++;
    }
    room.set(place, key, value);
  }

  /// Gives every key with its value, in an order that depends only on what was put and when.
  <E extends Exception> void each(Look<E> look) throws E {
    for (long place = 0; place < room.places(); place++) {
      long value = room.value(place);
      if (value != 0) {
        look.at(room.key(place), value);
      }
    }
  }

  /// Looks at one.
  @FunctionalInterface
  interface Look<E extends Exception> {
    void at(long key, long value) throws E;
  }

  private void grow() throws PipelineException {
    Room old = room;
    Room larger = room(old.places() * 2, old.leased());
    each((key, value) -> larger.set(larger.find(key), key, value));
    room = larger;
    leave(old);
    boolean _ = lease.trySetBytes(larger.leased());
  }

  /// @param held how much is held beside it meanwhile
  @SuppressWarnings("MustBeClosedChecker") // The arena is the room's, and closed when that is left.
  private Room room(long places, long held) throws PipelineException {
    long bytes = places * PLACE_BYTES;
    boolean fits = bytes <= leases.limitBytes() / SHARE_OF_MEMORY && places * 2 < Integer.MAX_VALUE - 8;
    if (fits && lease.trySetBytes(held + bytes)) {
      return new Room(MemorySegment.ofArray(new long[(int) (places * 2)]), places, null, null);
    }
    spill.take(bytes);
    Path file = spill.newFile("numbers");
    Arena arena = Arena.ofConfined();
    try (FileChannel channel = FileChannel.open(
        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new Room(channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena), places, arena, file);
    } catch (IOException e) {
      arena.close();
      spill.giveBack(bytes);
      throw spill.failed(file, e);
    }
  }

  private void leave(Room left) {
    Arena mapped = left.mapped();
    Path file = left.file();
    if (mapped != null && file != null) {
      mapped.close();
      spill.giveBack(left.bytes());
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // It goes with the space.
        System.getLogger(NumberTable.class.getName()).log(System.Logger.Level.DEBUG, "left behind", e);
      }
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      leave(room);
      lease.close();
    }
  }
}
