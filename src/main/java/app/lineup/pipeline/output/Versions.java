package app.lineup.pipeline.output;

import app.lineup.files.AtomicMove;
import app.lineup.files.Digest;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The published playlist and those that it replaced, kept in a folder beside it. At no moment is there no published
/// playlist, whenever the process dies: a replaced one gets its second name first, and that costs no copy. Looking is
/// safe from any thread; whoever replaces does so on one thread at a time.
public final class Versions {

  /// So many are kept.
  public static final int MOST = 3;

  private static final int LONGEST = 40;
  private static final String FOLDER = "versions";
  private static final Pattern NAME = Pattern.compile("version-(\\d{1,9})\\.m3u");

  private final Path published;
  private final Path folder;
  private final Linking linking;

  /// @param published the playlist that runs replace; need not be there yet, and may be a link
  public Versions(Path published) {
    this(published, Files::createLink);
  }

  Versions(Path published, Linking linking) {
    this.published = published.toAbsolutePath();
    this.folder = this.published.resolveSibling(FOLDER);
    this.linking = linking;
  }

  /// The playlist that is published now.
  public Optional<KeptPlaylist> published() throws IOException {
    return KeptPlaylist.of(published);
  }

  /// The ones before, the one that was replaced last first.
  public List<KeptPlaylist> earlier() throws IOException {
    var earlier = new ArrayList<KeptPlaylist>();
    for (Path version : newestFirst()) {
      if (!isPublished(version)) {
        KeptPlaylist.of(version).ifPresent(earlier::add);
      }
    }
    return earlier;
  }

  /// Puts the complete file `part` in the place of `target`, which is the published playlist or what it leads to. The
  /// old one is kept, unless the new one has the same bytes.
  public void replace(Path part, Path target) throws IOException {
    tidy();
    put(part, target);
  }

  private void put(Path part, Path target) throws IOException {
    Optional<Path> kept = Files.isRegularFile(target) && !isSame(part, target)
        ? Optional.of(keep(target)) : Optional.empty();
    try {
      AtomicMove.replace(part, target);
    } catch (IOException e) {
      if (kept.isPresent()) {
        Files.deleteIfExists(kept.get());
      }
      throw e;
    }
    tidy();
  }

  /// Publishes an earlier one again; the one that is published now is kept in its stead.
  ///
  /// @throws NoSuchFileException if it is gone
  public void useAgain(KeptPlaylist version) throws IOException {
    tidy();
    Path target = target();
    Path part = halfway(target);
    try {
      link(part, version.file());
      put(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// Gives a file a second name that lasts longer than the first.
  private Path keep(Path file) throws IOException {
    Files.createDirectories(folder);
    List<Path> before = newestFirst();
    for (long number = before.isEmpty() ? 1 : number(before.getFirst()) + 1; ; number++) {
      Path version = folder.resolve("version-" + number + ".m3u");
      try {
        link(version, file.toRealPath());
        return version;
      } catch (FileAlreadyExistsException taken) {
        // Something of the user's, or a folder: the next number is as good.
      }
    }
  }

  /// Where a file cannot have two names, it gets a copy, under its name only when it is complete.
  private void link(Path name, Path file) throws IOException {
    try {
      linking.link(name, file);
    } catch (FileAlreadyExistsException | NoSuchFileException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Path part = halfway(name);
      try {
        Files.copy(file, part, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        AtomicMove.replace(part, name);
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }

  /// Deletes what need not be kept. Where that fails, a playlist is published all the same, and the next time tries
  /// again.
  private void tidy() {
    try {
      deleteNeedless();
    } catch (IOException e) {
      System.getLogger(Versions.class.getName()).log(System.Logger.Level.DEBUG, "an old version stays", e);
    }
  }

  /// What is too old, what is published again, and what a process that died left half-way.
  private void deleteNeedless() throws IOException {
    Files.deleteIfExists(halfway(target()));
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ".version-*.half")) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
    int kept = 0;
    for (Path version : newestFirst()) {
      if (kept == MOST || isPublished(version)) {
        Files.deleteIfExists(version);
      } else {
        kept++;
      }
    }
  }

  private boolean isPublished(Path version) throws IOException {
    return Files.isRegularFile(published) && Files.exists(version) && isSame(version, published);
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.isSameFile(one, other) || Files.size(one) == Files.size(other) && Files.mismatch(one, other) < 0;
  }

  private List<Path> newestFirst() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var versions = new ArrayList<Path>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (NAME.matcher(String.valueOf(file.getFileName())).matches() && Files.isRegularFile(file)) {
          versions.add(file);
        }
      }
    }
    versions.sort(Comparator.comparingLong(Versions::number).reversed());
    return versions;
  }

  private static long number(Path version) {
    Matcher name = NAME.matcher(String.valueOf(version.getFileName()));
    return name.matches() ? Long.parseLong(name.group(1)) : 0;
  }

  private Path target() throws IOException {
    return Files.exists(published) ? published.toRealPath() : published;
  }

  private static Path halfway(Path file) {
    // Not with the whole name: that may be as long as a name can be.
    String name = String.valueOf(file.getFileName());
    return file.resolveSibling(
        "." + (name.length() > LONGEST ? Digest.of(name).hex().substring(0, LONGEST) : name) + ".half");
  }

  /// Gives a file a second name; not every file system can.
  @FunctionalInterface
  interface Linking {
    void link(Path name, Path file) throws IOException;
  }
}
