package app.lineup.io.input;

import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/// A list that lies in a file and can be opened any number of times, unpacked where it is packed. Immutable, safe to
/// share; each stream is used by one thread.
///
/// Two readings give the same bytes or the second one fails: size and time of change are compared with those that were
/// found when it was prepared.
public final class RereadableInput implements ListInput {

  private final Path file;
  private final String label;
  private final Kind blame;
  private final InputLimits limits;
  private final Runnable whenApproved;
  private final Stamp stamp;
  private final Packing packing;

  /// @param file  where it lies
  /// @param label what to call it, with credentials masked
  /// @param blame whom a damaged list points to
  RereadableInput(Path file, String label, Kind blame, InputLimits limits) throws IOException {
    this(file, label, blame, limits, () -> {});
  }

  /// @param whenApproved told that a reader found a playlist in it
  RereadableInput(Path file, String label, Kind blame, InputLimits limits, Runnable whenApproved) throws IOException {
    this.file = file;
    this.label = label;
    this.blame = blame;
    this.limits = limits;
    this.whenApproved = whenApproved;
    this.stamp = Stamp.of(file);
    try (InputStream raw = new FileInputStream(file.toFile())) {
      this.packing = Packing.of(raw.readNBytes(Packing.HEAD_BYTES));
    }
  }

  @Override
  public String label() {
    return label;
  }

  /// How many bytes lie on disk, packed or not.
  long sizeBytes() {
    return stamp.bytes();
  }

  @Override
  public OptionalLong likelySize() {
    return OptionalLong.of(packing.likelyGrowth() * sizeBytes());
  }

  @Override
  public boolean isReadTwice() {
    return true;
  }

  @Override
  public boolean isSlow() {
    return packing.isSlow();
  }

  /// A disk that no longer answers is the system's to give up.
  @Override
  public boolean mayStall() {
    return false;
  }

  @Override
  public byte[] head(int count) throws PipelineException {
    try (InputStream stream = open()) {
      return stream.readNBytes(count);
    } catch (IOException e) {
      throw explain(e);
    }
  }

  /// The state of the file that is read.
  public Stamp stamp() {
    return stamp;
  }

  /// Says that it was read to its end and is a playlist that has channels: what was fetched may then be kept in the
  /// place of what was fetched before.
  @Override
  public void approve() {
    whenApproved.run();
  }

  /// The list from its first byte on, unpacked. An unpacked one is read straight from the file with nothing between, so
  /// ask for large blocks. What a read throws becomes a sentence through [#explain].
  ///
  /// @throws PipelineException if the file changed or cannot be read, or the archive is damaged from the start
  @Override
  public InputStream open() throws PipelineException {
    verifyUnchanged();
    try {
      return unpacked();
    } catch (IOException e) {
      throw explain(e);
    }
  }

  private InputStream unpacked() throws IOException {
    // Not a channel: an interrupt would close that in the middle of a read, and it is no faster.
    InputStream raw = new FileInputStream(file.toFile());
    try {
      byte[] head = raw.readNBytes(Packing.HEAD_BYTES);
      raw.skip(-head.length);
      Packing packing = Packing.of(head);
      return switch (packing) {
        case NONE -> raw;
        case GZIP, BZIP2, XZ -> bounded(Unpacking.open(packing, raw, limits.maxUnpackerKib()), stamp.bytes());
        case ZIP -> {
          raw.close();
          ZippedFile zipped = ZippedFile.open(file);
          yield bounded(zipped, zipped.packedBytes());
        }
      };
    } catch (IOException e) {
      try (raw) {
        throw e;
      }
    }
  }

  private InputStream bounded(InputStream unpacked, long packedBytes) {
    return new BoundedStream(unpacked, limits, () -> packedBytes);
  }

  /// Compares the file with what it was when it was prepared.
  ///
  /// @throws PipelineException if it changed or is gone
  @Override
  public void verifyUnchanged() throws PipelineException {
    try {
      if (!Stamp.of(file).isSameAs(stamp)) {
        throw new PipelineException(
            Kind.USER, label, "the file changed while it was read", "Run again when it is complete.");
      }
    } catch (NoSuchFileException e) {
      throw new PipelineException(
          Kind.USER, label, "the file was removed while it was read", "Put it back and run again.", e);
    } catch (IOException e) {
      throw new Damage(label, blame).explain(e);
    }
  }

  /// What a failed read of this list means to its reader. A file that changed under the reader explains all the rest.
  @Override
  public PipelineException explain(IOException why) {
    try {
      verifyUnchanged();
    } catch (PipelineException changed) {
      changed.addSuppressed(why);
      return changed;
    }
    return new Damage(label, blame).explain(why);
  }
}
