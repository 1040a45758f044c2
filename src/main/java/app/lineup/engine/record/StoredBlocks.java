package app.lineup.engine.record;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// The bytes of a file of records, looked at with suspicion: nothing is given that is not as it was written.
/// Thread-safe.
final class StoredBlocks implements AutoCloseable {

  private final FileHandles handles;
  private final RecordFooter footer;

  private StoredBlocks(FileHandles handles, RecordFooter footer) {
    this.handles = handles;
    this.footer = footer;
  }

  /// Opens a file and reads its footer.
  ///
  /// @param form the name of the form that it must be of
  /// @throws DamagedRecordsException if it is no whole file of that form
  static StoredBlocks open(Path file, String form) throws IOException {
    var handles = new FileHandles(file);
    try {
      return new StoredBlocks(handles, footer(handles, form));
    } catch (IOException | RuntimeException e) {
      try (handles) {
        throw e;
      }
    }
  }

  private static RecordFooter footer(FileHandles handles, String form) throws IOException {
    int start = RecordFooter.MAGIC.length;
    long tailFrom = handles.length() - RecordFooter.TAIL_BYTES;
    if (tailFrom < start || !Arrays.equals(handles.read(0, start), RecordFooter.MAGIC)) {
      throw new DamagedRecordsException("it is no file of records");
    }
    byte[] tail = handles.read(tailFrom, RecordFooter.TAIL_BYTES);
    long footerFrom = tailFrom - RecordFooter.length(tail);
    if (footerFrom < start) {
      throw new DamagedRecordsException("its list of blocks is damaged");
    }
    var read = RecordFooter.read(handles.read(footerFrom, (int) (tailFrom - footerFrom)), tail, start);
    if (!read.form().equals(form)) {
      throw new DamagedRecordsException("it is of the form " + read.form());
    }
    if (read.index().offset(read.index().blocks()) != footerFrom) {
      throw new DamagedRecordsException("a part of it is missing");
    }
    return read;
  }

  RecordFooter footer() {
    return footer;
  }

  /// The bytes of a block.
  ///
  /// @throws DamagedRecordsException if they are not those that were written
  byte[] read(int block) throws IOException {
    byte[] bytes;
    try {
      bytes = handles.read(footer.index().offset(block), footer.index().length(block));
    } catch (EOFException _) {
      throw new DamagedRecordsException("a part of it is missing");
    }
    var sum = new CRC32C();
    sum.update(bytes);
    if ((int) sum.getValue() != footer.index().checksum(block)) {
      throw new DamagedRecordsException("block " + block + " is not as it was written");
    }
    return bytes;
  }

  /// Closes the file; a read under way ends first. May be called twice.
  @Override
  public void close() throws IOException {
    handles.close();
  }
}
