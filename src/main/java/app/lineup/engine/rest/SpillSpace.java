package app.lineup.engine.rest;

import app.lineup.engine.record.Disk;
import app.lineup.problem.PipelineException;
import app.lineup.problem.PipelineException.Kind;
import app.lineup.problem.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where items rest that have no room in memory: files in a private directory, with a quota and a look at the free disk
/// before each. Items are written as they are: packing them took more time than everything else that is done with a
/// list (decision 37). Thread-safe.
///
/// The directory is made at the first file and gone after [#close]; see [PrivateFolder] for what happens after a crash.
public final class SpillSpace implements AutoCloseable {

  private static final String ADVICE = "Free some space on that disk, or give the run more memory, then run again.";

  private final PrivateFolder folder;
  private final SpillLimits limits;
  private final Disk disk;
  private long held;
  private long spilled;

  /// @param parent an existing folder on a disk, best not one that lives in memory
  public SpillSpace(Path parent, SpillLimits limits) {
    this(parent, limits, Disk.REAL);
  }

  public SpillSpace(Path parent, SpillLimits limits, Disk disk) {
    this.folder = new PrivateFolder(parent);
    this.limits = limits;
    this.disk = disk;
  }

  /// Below the system's folder for temporary files, with the usual limits.
  public static SpillSpace ofSystem() {
    return new SpillSpace(Path.of(System.getProperty("java.io.tmpdir", ".")), SpillLimits.USUAL);
  }

  /// Deletes what crashed processes left. Done before the first file, too.
  public void sweep() {
    folder.sweep();
  }

  /// The path of a file that does not exist yet.
  ///
  /// @param purpose a word for whoever looks into the directory: letters, digits, hyphens
  /// @throws PipelineException if the directory cannot be made, is gone, or its disk is full
  public Path newFile(String purpose) throws PipelineException {
    Path file = folder.newFile(purpose);
    long free;
    try {
      free = disk.freeBytes(file.resolveSibling("."));
    } catch (IOException e) {
      throw failed(file, e);
    }
    if (free < limits.reserveBytes()) {
      throw new PipelineException(Kind.RESOURCES, folder.parent().toString(),
          "only " + megabytes(free) + " MB are free there, and " + megabytes(limits.reserveBytes())
          + " MB are to stay free",
          ADVICE);
    }
    return file;
  }

  Disk disk() {
    return disk;
  }

  /// Notes that a file grows.
  ///
  /// @throws PipelineException if that is more than the quota; nothing is noted then
  public synchronized void take(long bytes) throws PipelineException {
    if (held + bytes > limits.quotaBytes()) {
      throw new PipelineException(Kind.RESOURCES, folder.parent().toString(),
          "the run needs more than the " + megabytes(limits.quotaBytes()) + " MB that it may keep there",
          "Give the run more memory, or fewer sources at a time.");
    }
    held += bytes;
    spilled += bytes;
  }

  /// Notes that files are gone.
  public synchronized void giveBack(long bytes) {
    held -= bytes;
  }

  /// How much was written so far, in all.
  public synchronized long bytesSpilled() {
    return spilled;
  }

  /// How much is there now.
  public synchronized long bytesHeld() {
    return held;
  }

  /// A failure to write `file`, in words.
  public PipelineException failed(Path file, IOException failure) {
    boolean there = Files.isDirectory(file.resolveSibling("."));
    String what = there
        ? "what has no room in memory could not be written there: " + Reason.of(failure)
        : "the folder for temporary files was removed from there during the run";
    return new PipelineException(Kind.RESOURCES, folder.parent().toString(), what, there ? ADVICE : "Run again.",
        failure);
  }

  private static long megabytes(long bytes) {
    return bytes / 1_000_000;
  }

  /// Deletes all files. May be called twice.
  @Override
  public void close() {
    folder.close();
  }
}
