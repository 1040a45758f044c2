package app.lineup.engine.record;

import app.lineup.files.AtomicMove;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/// Writes a [RecordFile]: beside its place, for its owner only, and moved there when it is whole. Not thread-safe;
/// used by one thread.
///
/// It is not synced to the disk: what a power failure leaves is recognised as damaged by whoever opens it.
///
/// @param <T> the kind of item
public final class RecordFileWriter<T> implements AutoCloseable {

  private final RecordForm<T> form;
  private final BlockEncoder<T> encoder;
  private final Path target;
  private final Path part;
  private final OutputStream out;
  private final BlockIndex index = new BlockIndex(RecordFooter.MAGIC.length);
  private long items;
  private boolean lastIsFull = true;

  /// @param target where the file will be; nothing is there before [#commit]
  /// @param part   where it is written, in the same folder; nothing is there yet
  public RecordFileWriter(Path target, Path part, RecordForm<T> form) throws IOException {
    this(target, part, form, Disk.REAL);
  }

  public RecordFileWriter(Path target, Path part, RecordForm<T> form, Disk disk) throws IOException {
    this.form = form;
    this.encoder = new BlockEncoder<>(form);
    this.target = target;
    this.part = part;
    this.out = disk.create(part);
    try {
      out.write(RecordFooter.MAGIC);
    } catch (IOException e) {
      try (this) {
        throw e;
      }
    }
  }

  /// Writes items behind those that were written before.
  public void add(List<T> more) throws IOException {
    for (T item : more) {
      encoder.add(item);
      if (encoder.items() == form.blockItems()) {
        append(encoder.end());
      }
    }
  }

  /// Appends a block that a [BlockEncoder] of the same form made.
  ///
  /// @throws IllegalStateException if the block before it was not full
  public void append(RecordBlock block) throws IOException {
    if (!lastIsFull) {
      throw new IllegalStateException("only the last block may have fewer items than the others");
    }
    lastIsFull = block.items() == form.blockItems();
    var sum = new CRC32C();
    sum.update(block.bytes());
    out.write(block.bytes());
    index.add(block.bytes().length, (int) sum.getValue());
    items += block.items();
  }

  /// How many bytes were written so far.
  public long bytes() {
    return index.offset(index.blocks());
  }

  /// Writes the end and puts the file in its place. Nothing can be added afterwards.
  ///
  /// @param version     which state of the thing this is
  /// @param createdAt   when it was made
  /// @param description what it is, in a few words
  /// @param trailer     what is to be kept with the items
  public void commit(long version, Instant createdAt, String description, byte[] trailer) throws IOException {
    if (encoder.items() > 0) {
      append(encoder.end());
    }
    var info = new SourceInfo(version, createdAt, OptionalLong.of(items), description);
    out.write(new RecordFooter(form.name(), form.blockItems(), info, trailer, index).toBytes());
    out.close();
    AtomicMove.replace(part, target);
  }

  /// Deletes what was written, unless it was committed. May be called twice.
  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
