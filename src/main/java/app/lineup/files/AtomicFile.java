package app.lineup.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// A file that is written beside its target and takes its place when it is complete, so that a reader sees the old one
/// or the new one and nothing between. Not thread-safe; used by the thread that writes.
///
/// A link is followed, and stays. The new file may be read by whom the old one could be read; where there is no old
/// one, by whom the system says. What killed processes left beside the target is deleted at the next writing. Closing
/// without [#commit] leaves the old one as it was:
///
/// ```java
/// try (var file = new AtomicFile(target, true, AtomicFile.Placing.ALONE)) {
///   file.write(bytes, 0, bytes.length);
///   file.commit();
/// }
/// ```
///
/// Not final, so that a room can give it a type of its own; all that it does is.
public class AtomicFile implements Closeable {

  private final Path target;
  private final Path part;
  private final boolean durable;
  private final Placing placing;
  private final FileChannel channel;

  /// @param target  the file to replace; a link is followed, so that the link stays
  /// @param durable whether the bytes are synced to the disk first, and the folder afterwards
  /// @param placing puts the complete file in the target's place, in one step
  /// @throws java.nio.file.FileSystemLoopException if the target is a link that leads in a circle
  public AtomicFile(Path target, boolean durable, Placing placing) throws IOException {
    this.target = Links.end(target);
    this.durable = durable;
    this.placing = placing;
    PartFiles.sweep(this.target);
    this.part = PartFiles.create(this.target);
    this.channel = open(part);
  }

  private static FileChannel open(Path part) throws IOException {
    try {
      return FileChannel.open(part, StandardOpenOption.WRITE);
    } catch (IOException e) {
      PartFiles.discard(part);
      throw e;
    }
  }

  /// Adds `length` of these bytes, from the index `from` on.
  public final void write(byte[] bytes, int from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /// Puts what was written in the target's place. Nothing can be written afterwards.
  public final void commit() throws IOException {
    if (durable) {
      channel.force(true);
    }
    channel.close();
    keepPermissions();
    placing.place(part, target);
    if (durable) {
      syncFolder();
    }
  }

  private void keepPermissions() throws IOException {
    var view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
    if (view != null && Files.exists(target)) {
      view.setPermissions(Files.getPosixFilePermissions(target));
    }
  }

  /// The move itself is durable only when the folder is; systems whose folders cannot be opened sync them themselves.
  private void syncFolder() throws IOException {
    Path folder = target.getParent();
    if (folder != null && Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
      try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
        entries.force(true);
      }
    }
  }

  /// Deletes what was written, unless it was committed. May be called twice.
  @Override
  public final void close() throws IOException {
    try {
      channel.close();
    } finally {
      PartFiles.discard(part);
    }
  }

  /// How a complete file takes the place of the old one.
  @FunctionalInterface
  public interface Placing {

    /// Nothing is done but that.
    Placing ALONE = AtomicMove::replace;

    /// Puts `part` where `target` is, which need not be there.
    void place(Path part, Path target) throws IOException;
  }
}
