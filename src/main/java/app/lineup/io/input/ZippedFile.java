package app.lineup.io.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The list in a zip archive: its first file named `.m3u` or `.m3u8`, else its first. Closing it closes the archive.
final class ZippedFile extends FilterInputStream {

  private final ZipFile archive;
  private final ZipEntry entry;
  private final CRC32 sum = new CRC32();

  private ZippedFile(ZipFile archive, ZipEntry entry) throws IOException {
    super(archive.getInputStream(entry));
    this.archive = archive;
    this.entry = entry;
  }

  static ZippedFile open(Path path) throws IOException {
    ZipFile archive = archive(path);
    try {
      return new ZippedFile(archive, list(archive));
    } catch (IOException | RuntimeException e) {
      try (archive) {
        throw e;
      }
    }
  }

  private static ZipFile archive(Path path) throws DamagedException {
    try {
      return new ZipFile(path.toFile());
    } catch (IOException e) {
      throw new DamagedException(e);
    }
  }

  private static ZipEntry list(ZipFile archive) throws NoListException {
    ZipEntry first = null;
    for (var entries = archive.entries(); entries.hasMoreElements(); ) {
      ZipEntry entry = entries.nextElement();
      String name = entry.getName().toLowerCase(Locale.ROOT);
      // What macOS adds beside each file is named like it, but holds no list.
      if (entry.isDirectory() || name.startsWith("__macosx/")) {
        continue;
      }
      if (name.endsWith(".m3u") || name.endsWith(".m3u8")) {
        return entry;
      }
      first = first == null ? entry : first;
    }
    if (first == null) {
      throw new NoListException();
    }
    return first;
  }

  /// How large the entry is in the archive.
  long packedBytes() {
    return entry.getCompressedSize();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /// Compares the check sum at the end, which the JDK leaves to the reader.
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    if (count > 0) {
      sum.update(into, offset, count);
    } else if (count < 0 && sum.getValue() != entry.getCrc()) {
      throw new ZipException("the check sum differs");
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] skipped = new byte[(int) Math.min(8192, Math.max(0, count))];
    return Math.max(0, read(skipped, 0, skipped.length));
  }

  @Override
  public void close() throws IOException {
    try (archive) {
      super.close();
    }
  }

  /// The archive holds no file at all.
  static final class NoListException extends IOException {

    private static final long serialVersionUID = 1;

    NoListException() {
      super("the archive holds no file");
    }
  }
}
