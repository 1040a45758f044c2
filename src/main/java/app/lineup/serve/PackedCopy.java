package app.lineup.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// One version of the playlist in gzip, in a file without a name: other programs cannot open it and it is gone with the
/// process, however that ends. Thread-safe.
final class PackedCopy implements AutoCloseable {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final FileChannel packed;
  private final long length;

  private PackedCopy(FileChannel packed) throws IOException {
    this.packed = packed;
    this.length = packed.size();
  }

  /// Packs the first `size` bytes of `content`, or gives nothing where the disk has no room.
  static Optional<PackedCopy> of(FileChannel content, long size) {
    try {
      return Optional.of(pack(content, size));
    } catch (IOException e) {
      // The client is served all the same, with more bytes.
      return Optional.empty();
    }
  }

  private static PackedCopy pack(FileChannel content, long size) throws IOException {
    Path named = Files.createTempFile("lineup-serve-", ".gz");
    FileChannel channel;
    try {
      channel = FileChannel.open(
          named, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      Files.deleteIfExists(named);
      throw e;
    }
    try {
      try (var out = new FastGzip(Channels.newOutputStream(channel))) {
        new Slice(content, 0, size).writeTo(out, BUFFER_BYTES, _ -> {});
      }
      return new PackedCopy(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  Slice all() {
    return new Slice(packed, 0, length);
  }

  @Override
  public void close() {
    try {
      packed.close();
    } catch (IOException e) {
      // It was only read, and nothing is lost with it.
      assert !packed.isOpen() : e;
    }
  }

  /// Made while a client waits, so time counts more than the last tenth of the size.
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }

    /// Leaves the file open, from which it is served.
    @Override
    public void close() throws IOException {
      try {
        finish();
      } finally {
        def.end();
      }
    }
  }
}
