package app.lineup.files;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// A file that is written beside its target and takes its place when it is complete, so that a reader sees the old one
/// or the new one and nothing between. Not thread-safe; used by the thread that writes. An interrupt of that thread
/// stops nothing: whoever wants to be cancelled asks before [#commit].
///
/// A link is followed, and stays. While it is written only its owner may read it; then it has mode, owner and group of
/// the old one. Where there is no old one, [Judging] decides. What killed processes left beside the target is deleted
/// at the next writing. Closing without [#commit] leaves the old one as it was:
///
/// ```java
/// try (var file = new AtomicFile(target, true)) {
///   file.write(bytes);
///   file.commit();
/// }
/// ```
public final class AtomicFile extends Destination {

  private final Path target;
  private final PartFile part;
  private final boolean durable;
  private final boolean forOwner;
  private final Placing placing;
  private final Judging judging;

  /// @param target  the file to replace; a link is followed, so that the link stays
  /// @param durable whether the bytes are synced to the disk first, and the folder afterwards
  /// @throws java.nio.file.FileSystemLoopException if the target is a link that leads in a circle
  public AtomicFile(Path target, boolean durable) throws IOException {
    this(target, durable, AtomicMove::replace, _ -> true);
  }

  /// The same, for whoever does more with the old file than let it go, or knows who may read a first one.
  ///
  /// @param target  the file to replace
  /// @param durable whether the bytes are synced to the disk first
  /// @param placing puts the complete file in the target's place, in one step
  /// @param judging looks into the complete file, where there is no old one
  public AtomicFile(Path target, boolean durable, Placing placing, Judging judging) throws IOException {
    this(target, durable, placing, judging, false);
  }

  private AtomicFile(Path target, boolean durable, Placing placing, Judging judging, boolean forOwner)
      throws IOException {
    this.target = Links.end(target);
    this.durable = durable;
    this.placing = placing;
    this.judging = judging;
    this.forOwner = forOwner;
    PartFile.sweep(this.target);
    this.part = PartFile.create(this.target);
  }

  /// One that only its owner can read and write, whoever could read the old one.
  public static AtomicFile forOwner(Path target, boolean durable) throws IOException {
    return new AtomicFile(target, durable, AtomicMove::replace, _ -> false, true);
  }

  /// Deletes what killed processes left beside `target`, as the next writing would.
  public static void sweep(Path target) throws IOException {
    PartFile.sweep(Links.end(target));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    part.out().write(bytes, from, length);
  }

  @Override
  public void commit() throws IOException {
    if (!forOwner) {
      if (Files.exists(target)) {
        Access.keep(part.path(), target);
      } else if (judging.isForAll(part.path())) {
        Access.asNew(part.path());
      }
    }
    if (durable) {
      part.out().getFD().sync();
    }
    part.place(placing, target);
    if (durable) {
      syncFolder();
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
    part.close();
  }

  /// How a complete file takes the place of the old one.
  @FunctionalInterface
  public interface Placing {

    /// Puts `part` where `target` is, which need not be there.
    void place(Path part, Path target) throws IOException;
  }

  /// Who may read a file where none was before.
  @FunctionalInterface
  public interface Judging {

    /// Whether the complete file `part` may be read by whom the system says; else only by its owner.
    boolean isForAll(Path part) throws IOException;
  }
}
