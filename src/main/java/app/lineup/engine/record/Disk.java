package app.lineup.engine.record;

import app.lineup.files.OwnerOnly;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is asked of a disk by those who write files of records. Thread-safe.
public interface Disk {

  /// The computer's own.
  Disk REAL = new Disk() {};

  /// How much more fits on the disk of `folder`.
  default long freeBytes(Path folder) throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  /// Makes a file for its owner only, and opens it. Nothing is there yet.
  default OutputStream create(Path file) throws IOException {
    Files.createFile(file, OwnerOnly.fileAttributes(file));
    // Not a channel: an interrupt would close that in the middle of a block, with another failure than that of a full
    // disk.
    return new FileOutputStream(file.toFile());
  }
}
