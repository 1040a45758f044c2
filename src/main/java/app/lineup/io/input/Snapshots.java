package app.lineup.io.input;

import app.lineup.files.AtomicFile;
import app.lineup.files.AtomicMove;
import app.lineup.files.Digest;
import app.lineup.files.OwnerOnly;
import app.lineup.io.http.Validators;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The lists of addresses as they were fetched last, each in a file for its owner only, named by the hash of its
/// address. Thread-safe without a lock: a file is only ever replaced as a whole, and a reader has a file of its own.
///
/// Only what was read to its end and found to be a playlist with channels takes the place of an older one, so that a
/// provider's bad day costs nothing (`M3U-6`, `M3U-39`, `XTREAM-44`, `XTREAM-47`).
public final class Snapshots {

  private static final String LIST = ".list";
  private static final String NOTE = ".note";
  private static final String PART = ".part";

  private final Path folder;
  private final InstantSource clock;

  /// @param folder made where it is missing
  public Snapshots(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /// When the list of this address was fetched, or the server last said that it is still the same; empty where none is
  /// kept.
  public Optional<Instant> at(URI address) {
    try {
      return Optional.of(note(address, Stamp.of(list(address))).at());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Deletes every list but those of these addresses, and what a program that was ended halfway left behind.
  public void keepOnly(Collection<URI> addresses) {
    Set<String> wanted = addresses.stream().map(Snapshots::name).collect(Collectors.toSet());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*{" + LIST + "," + NOTE + "," + PART + "}")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.endsWith(PART) || !wanted.contains(name.substring(0, name.lastIndexOf('.')))) {
          delete(file);
        }
      }
    } catch (NoSuchFileException _) {
      // Nothing was ever kept.
    } catch (IOException | DirectoryIteratorException e) {
      log("the snapshots cannot be listed", e);
    }
  }

  Instant now() {
    return clock.instant();
  }

  /// A spool on the same file system, so that what was fetched is moved into place and a snapshot is lent by a link.
  SpoolSpace newSpool() {
    try {
      Files.createDirectories(folder);
      OwnerOnly.restrictFolder(folder);
    } catch (IOException e) {
      // The spool will say so once something has to be stored.
      log("the folder of the snapshots cannot be made", e);
    }
    return new SpoolSpace(folder);
  }

  /// Gives a reader the snapshot under a name of its own, which a refresh does not touch.
  ///
  /// @param as a file that does not exist yet, in a spool of [#newSpool]
  /// @return empty where there is no snapshot that can be read
  Optional<SnapshotNote> lend(URI address, Path as) {
    try {
      try {
        Files.createLink(as, list(address));
      } catch (NoSuchFileException none) {
        return Optional.empty();
      } catch (FileSystemException | UnsupportedOperationException noLinksHere) {
        Files.copy(list(address), as, StandardCopyOption.COPY_ATTRIBUTES);
      }
      return Optional.of(note(address, Stamp.of(as)));
    } catch (IOException e) {
      log("a snapshot cannot be read", e);
      return Optional.empty();
    }
  }

  /// Puts `fetched` in the place of what was kept. Where that fails, the old one stays.
  ///
  /// @param fetched a file in a spool of [#newSpool]; moved
  void keep(URI address, Path fetched, Instant at, Validators validators) {
    try {
      try (FileChannel file = FileChannel.open(fetched, StandardOpenOption.WRITE)) {
        file.force(true);
      }
      var note = new SnapshotNote(at, Stamp.of(fetched), validators);
      // Between the two moves the old note speaks of another file, and so says nothing.
      AtomicMove.replace(fetched, list(address));
      write(address, note);
    } catch (IOException e) {
      log("a snapshot cannot be kept", e);
    }
  }

  /// Notes that the server still has what `note` is about.
  void confirm(URI address, SnapshotNote note) {
    try {
      write(address, note.confirmed(now()));
    } catch (IOException e) {
      log("a snapshot's note cannot be kept", e);
    }
  }

  private void write(URI address, SnapshotNote note) throws IOException {
    try (var whole = AtomicFile.forOwner(note(address), false)) {
      whole.write(note.written().getBytes(StandardCharsets.UTF_8));
      whole.commit();
    }
  }

  private SnapshotNote note(URI address, Stamp stamp) {
    return SnapshotNote.read(note(address)).filter(note -> note.stamp().isSameAs(stamp))
        .orElseGet(() -> SnapshotNote.without(stamp));
  }

  private Path list(URI address) {
    return folder.resolve(name(address) + LIST);
  }

  private Path note(URI address) {
    return folder.resolve(name(address) + NOTE);
  }

  private static String name(URI address) {
    return Digest.of(address.toString()).hex();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log("left behind: " + file, e);
    }
  }

  private static void log(String what, Exception why) {
    System.getLogger(Snapshots.class.getName()).log(System.Logger.Level.DEBUG, what, why);
  }
}
