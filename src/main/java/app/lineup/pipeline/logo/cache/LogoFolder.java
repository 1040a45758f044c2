package app.lineup.pipeline.logo.cache;

import app.lineup.files.Digest;
import app.lineup.files.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.function.Consumer;

/// The files of a cache: a picture each, named by the hash of its bytes, and the notes. Nothing in a name can be read
/// as an address. Thread-safe; another program may use the same folder, and take files away.
public final class LogoFolder {

  private static final String PICTURE = ".logo";
  private static final String PART = ".part";

  private static final Set<OpenOption> AFRESH = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final Path path;
  private final FileAttribute<?>[] forOwner;

  /// @param path made when something is kept
  public LogoFolder(Path path) {
    this.path = path;
    this.forOwner = OwnerOnly.fileAttributes(path);
  }

  /// How much room the pictures take now.
  public long bytes() throws IOException {
    long[] bytes = new long[1];
    each(file -> bytes[0] += isPicture(file) ? Math.max(0, size(file)) : 0);
    return bytes[0];
  }

  /// Deletes all pictures and notes; nothing else, whatever lies beside them.
  public void clear() throws IOException {
    each(file -> {
      if (isPicture(file) || file.toString().endsWith(PART)) {
        delete(file);
      }
    });
    Files.deleteIfExists(notes());
  }

  /// Gives the hash of each picture, and deletes what is named like one and is none.
  void sweep(Consumer<Digest> pictures) throws IOException {
    each(file -> {
      String name = file.getFileName().toString();
      if (name.endsWith(PICTURE)) {
        Digest.parse(name.substring(0, name.length() - PICTURE.length())).ifPresentOrElse(pictures, () -> delete(file));
      }
    });
  }

  private static boolean isPicture(Path file) {
    return file.toString().endsWith(PICTURE);
  }

  private void each(Consumer<Path> work) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      files.forEach(work);
    } catch (NoSuchFileException _) {
      // Nothing was ever kept.
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  void make() throws IOException {
    Files.createDirectories(path);
    OwnerOnly.restrictFolder(path);
  }

  /// Makes an empty file that only its owner can read, unless it is there.
  void makeForOwner(Path file) throws IOException {
    try {
      Files.createFile(file, forOwner);
    } catch (FileAlreadyExistsException _) {
      // Made before.
    }
  }

  /// Makes a file of `bytes` that only its owner can read.
  ///
  /// @throws FileAlreadyExistsException if there is one
  void write(byte[] bytes, Path file) throws IOException {
    try (SeekableByteChannel out = Files.newByteChannel(file, AFRESH, forOwner)) {
      var left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        out.write(left);
      }
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException e) {
      delete(file);
      throw e;
    }
  }

  Path notes() {
    return path.resolve("notes");
  }

  Path picture(Digest content) {
    return path.resolve(content.hex() + PICTURE);
  }

  /// The size of a file, −1 where there is none.
  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException _) {
      return -1;
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.getLogger(LogoFolder.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + file, e);
    }
  }
}
