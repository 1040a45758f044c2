package app.lineup.pipeline.number;

import app.lineup.files.AtomicFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/// The file of the numbers that channels were published with, sixteen bytes a channel: the hash of its key, and a
/// [RememberedNumber]. Replaced as a whole. Holds neither names nor addresses. Immutable; works on no channel that an
/// interrupt would close, so that a cancelled run leaves no half.
///
/// @param path where it is; may be a link, which stays one
public record NumbersFile(Path path) {

  /// `LINEUPN1`.
  private static final long SIGN = 0x4C494E4555504E31L;
  private static final int RECORD_BYTES = 16;
  private static final int SOURCE_BYTES = 16;
  /// Sign, the counts, the sources' count.
  private static final int HEAD_BYTES = 28;
  private static final int CHECKSUM_BYTES = 8;
  private static final int BUFFER_BYTES = 1 << 16;

  /// What the file says of itself.
  ///
  /// @param published how many channels the last run published with a number
  /// @param waiting   how many numbers wait for channels that were not in it
  public record Head(long published, long waiting, NumberSources sources) {

    /// Of no file.
    public static final Head NONE = new Head(0, 0, NumberSources.NONE);

    /// How many numbers there are.
    public long count() {
      return published + waiting;
    }
  }

  /// Takes what is read, and gives what is written.
  public interface Numbers {

    /// Says what comes.
    void begin(Head head) throws IOException;

    /// One channel's key and the number it had.
    void add(long key, long remembered) throws IOException;
  }

  /// Says what is to be written to whoever writes it.
  @FunctionalInterface
  public interface Content {
    void each(Sink sink) throws IOException;
  }

  /// Takes one number.
  @FunctionalInterface
  public interface Sink {
    void add(long key, long remembered) throws IOException;
  }

  /// Whether there is one.
  public boolean exists() {
    return Files.exists(path);
  }

  /// Whether what is there may be replaced: nothing, an empty file, or one of these, be it damaged.
  public boolean isOurs() throws IOException {
    if (!exists() || Files.isRegularFile(path) && Files.size(path) == 0) {
      return true;
    }
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (var in = new DataInputStream(new FileInputStream(path.toFile()))) {
      return in.readLong() == SIGN;
    } catch (EOFException _) {
      return false;
    }
  }

  /// What the file says of itself; its numbers are not looked at.
  ///
  /// @throws DamagedNumbersException if it is none of these files
  public Head head() throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(new FileInputStream(path.toFile())))) {
      return head(in, Files.size(path));
    } catch (EOFException e) {
      throw new DamagedNumbersException(path, e);
    }
  }

  private Head head(DataInputStream in, long size) throws IOException {
    if (in.readLong() != SIGN) {
      throw new DamagedNumbersException(path);
    }
    long published = in.readLong();
    long waiting = in.readLong();
    int sources = in.readInt();
    boolean fits = published >= 0 && waiting >= 0 && published <= size && waiting <= size && sources >= 0
        && sources <= NumberSources.MOST && size
        == HEAD_BYTES + (long) sources * SOURCE_BYTES + (published + waiting) * RECORD_BYTES + CHECKSUM_BYTES;
    if (!fits) {
      throw new DamagedNumbersException(path);
    }
    List<NumberSources.Known> known = new ArrayList<>();
    for (int i = 0; i < sources; i++) {
      known.add(new NumberSources.Known(in.readLong(), in.readInt(), in.readInt()));
    }
    return new Head(published, waiting, new NumberSources(known));
  }

  /// Reads all of it. What was taken before it turned out to be damaged is worth nothing.
  ///
  /// @throws DamagedNumbersException if it is not whole, or none of these files
  public void read(Numbers numbers) throws IOException {
    var checksum = new CRC32C();
    try (var in = new DataInputStream(new CheckedInputStream(
        new BufferedInputStream(new FileInputStream(path.toFile()), BUFFER_BYTES), checksum))) {
      Head head = head(in, Files.size(path));
      numbers.begin(head);
      for (long i = 0; i < head.count(); i++) {
        long key = in.readLong();
        long remembered = in.readLong();
        if (!RememberedNumber.isValid(remembered)) {
          throw new DamagedNumbersException(path);
        }
        numbers.add(key, remembered);
      }
      long sum = checksum.getValue();
      if (in.readLong() != sum) {
        throw new DamagedNumbersException(path);
      }
    } catch (EOFException e) {
      throw new DamagedNumbersException(path, e);
    }
  }

  /// Replaces the file, or leaves it as it was.
  ///
  /// @param content just as many as `head` says, as the run left them
  public void replace(Head head, Content content) throws IOException {
    var checksum = new CRC32C();
    // A file that is there after a power failure, and empty, would have forgotten everything.
    try (var file = AtomicFile.forOwner(path, true);
        var out = new DataOutputStream(
            new CheckedOutputStream(new BufferedOutputStream(file, BUFFER_BYTES), checksum))) {
      out.writeLong(SIGN);
      out.writeLong(head.published());
      out.writeLong(head.waiting());
      out.writeInt(head.sources().known().size());
      for (NumberSources.Known source : head.sources().known()) {
        out.writeLong(source.name());
        out.writeInt(source.scope());
        out.writeInt(source.place());
      }
      content.each((key, remembered) -> {
        out.writeLong(key);
        out.writeLong(RememberedNumber.afterRun(remembered));
      });
      out.writeLong(checksum.getValue());
      out.flush();
      file.commit();
    }
  }

  /// Gives the file another name beside it, so that nothing is remembered any more and nothing lost.
  ///
  /// @param why the name's end
  /// @return where it is now
  public Path setAside(String why) throws IOException {
    Path aside = beside(why);
    Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
    return aside;
  }

  /// Takes back what [#setAside] did, unless there are new numbers by now.
  public void takeBack(String why) throws IOException {
    Files.move(beside(why), path);
  }

  private Path beside(String why) {
    return path.resolveSibling(path.getFileName() + "." + why);
  }
}
