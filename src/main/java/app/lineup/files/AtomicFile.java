package app.lineup.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;

/// A file that is written beside its target and takes its place when it is complete, so that a reader sees the old one
/// or the new one and nothing between. Not thread-safe; used by the thread that writes. An interrupt of that thread
/// stops nothing: whoever wants to be cancelled asks before [#commit].
///
/// A link is followed, and stays. The new file may be read by whom the old one could be read; where there is no old
/// one, by whom the system says. What killed processes left beside the target is deleted at the next writing. Closing
/// without [#commit] leaves the old one as it was:
///
/// ```java
/// try (var file = new AtomicFile(target, true)) {
///   file.write(bytes);
///   file.commit();
/// }
/// ```
public final class AtomicFile extends Destination {

  private final Path target;
  private final Path part;
  private final boolean durable;
  private final boolean forOwner;
  private final Placing placing;
  private final FileOutputStream out;

  /// @param target  the file to replace; a link is followed, so that the link stays
  /// @param durable whether the bytes are synced to the disk first, and the folder afterwards
  /// @throws java.nio.file.FileSystemLoopException if the target is a link that leads in a circle
  public AtomicFile(Path target, boolean durable) throws IOException {
    this(target, durable, AtomicMove::replace);
  }

  /// The same, for whoever does more with the old file than let it go.
  ///
  /// @param placing puts the complete file in the target's place, in one step
  public AtomicFile(Path target, boolean durable, Placing placing) throws IOException {
    this(target, durable, placing, false);
  }

  private AtomicFile(Path target, boolean durable, Placing placing, boolean forOwner) throws IOException {
    this.target = Links.end(target);
    this.durable = durable;
    this.placing = placing;
    this.forOwner = forOwner;
    PartFiles.sweep(this.target);
    this.part = PartFiles.create(
        this.target, forOwner ? OwnerOnly.fileAttributes(this.target) : new FileAttribute<?>[0]);
    this.out = open(part);
  }

  /// One that only its owner can read and write from the first moment, whoever could read the old one.
  public static AtomicFile forOwner(Path target, boolean durable) throws IOException {
    return new AtomicFile(target, durable, AtomicMove::replace, true);
  }

  /// Not a channel: an interrupt would close that.
  private static FileOutputStream open(Path part) throws IOException {
    try {
      return new FileOutputStream(part.toFile());
    } catch (IOException e) {
      PartFiles.discard(part);
      throw e;
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
  }

  @Override
  public void commit() throws IOException {
    if (durable) {
      out.getFD().sync();
    }
    out.close();
    if (!forOwner) {
      keepPermissions();
    }
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
      } catch (ClosedByInterruptException _) {
        // The new file is in its place, and the interrupt is still there for whoever asks.
      }
    }
  }

  /// Deletes what was written, unless it was committed. May be called twice.
  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      PartFiles.discard(part);
    }
  }

  /// How a complete file takes the place of the old one.
  @FunctionalInterface
  public interface Placing {

    /// Puts `part` where `target` is, which need not be there.
    void place(Path part, Path target) throws IOException;
  }
}
