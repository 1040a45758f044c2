package app.lineup.engine.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/// What stands behind the blocks of a file: where they are and what they hold. A file without a whole one was never
/// finished.
///
/// @param form       the name of the [RecordForm] that they are of
/// @param blockItems how many items a block has
/// @param info       version, time, count and description
/// @param trailer    what the writer's owner keeps with the items
/// @param index      where the blocks are
record RecordFooter(String form, int blockItems, SourceInfo info, byte[] trailer, BlockIndex index) {

  /// What every file begins and ends with; the digit is the version of this layout.
  static final byte[] MAGIC = "Records1".getBytes(StandardCharsets.US_ASCII);

  /// Behind the footer: its length, its checksum, [#MAGIC].
  static final int TAIL_BYTES = Integer.BYTES + Integer.BYTES + MAGIC.length;

  static int checksum(byte[] bytes) {
    var sum = new CRC32C();
    sum.update(bytes);
    return (int) sum.getValue();
  }

  /// The footer and its tail.
  byte[] toBytes() {
    var out = new BlockWriter();
    Instant createdAt = info.createdAt();
    out.text(form);
    out.number(blockItems);
    out.number(info.version());
    out.number(createdAt.getEpochSecond());
    out.number(createdAt.getNano());
    out.number(info.size().orElseThrow());
    out.text(info.description());
    out.number(trailer.length);
    out.raw(trailer, 0, trailer.length);
    out.number(index.blocks());
    for (int i = 0; i < index.blocks(); i++) {
      out.number(index.length(i));
      out.number(Integer.toUnsignedLong(index.checksum(i)));
    }
    byte[] footer = out.toBytes();
    return ByteBuffer.allocate(footer.length + TAIL_BYTES)
        .put(footer).putInt(footer.length).putInt(checksum(footer)).put(MAGIC).array();
  }

  /// How long the footer before this tail is.
  ///
  /// @throws DamagedRecordsException if it is no tail
  static int length(byte[] tail) throws DamagedRecordsException {
    int length = ByteBuffer.wrap(tail).getInt();
    if (length < 0 || !Arrays.equals(tail, TAIL_BYTES - MAGIC.length, TAIL_BYTES, MAGIC, 0, MAGIC.length)) {
      throw new DamagedRecordsException("it was never finished");
    }
    return length;
  }

  /// Reads the footer.
  ///
  /// @param tail  what stands behind it
  /// @param start where the first block begins
  static RecordFooter read(byte[] footer, byte[] tail, long start) throws DamagedRecordsException {
    if (checksum(footer) != ByteBuffer.wrap(tail).getInt(Integer.BYTES)) {
      throw new DamagedRecordsException("its list of blocks is damaged");
    }
    // The checksum is right, so that this was written by the code above.
    var in = new BlockReader(footer);
    String form = in.text();
    int blockItems = in.count();
    long version = in.number();
    var createdAt = Instant.ofEpochSecond(in.number(), in.number());
    long size = in.number();
    String description = in.text();
    byte[] trailer = new byte[in.count()];
    System.arraycopy(footer, in.position(), trailer, 0, trailer.length);
    in.skip(trailer.length);
    var index = new BlockIndex(start);
    for (int left = in.count(); left > 0; left--) {
      index.add(in.count(), (int) in.number());
    }
    return new RecordFooter(
        form, blockItems, new SourceInfo(version, createdAt, OptionalLong.of(size), description), trailer, index);
  }
}
