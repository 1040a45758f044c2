package app.lineup.app.lineup;

import app.lineup.engine.record.RecordFile;
import app.lineup.engine.record.RecordForm;
import app.lineup.m3u.codec.NumberedChannelCodec;
import app.lineup.model.channel.NumberedChannel;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder in which lineups rest, a file each. A new one never takes the name of an old one, so that whoever reads
/// the old one goes on reading; what nobody reads any more is deleted. Thread-safe.
///
/// The folder is this program's alone: what is in it and has a lineup's name is a lineup.
final class LineupFolder {

  /// A block is some 80 KB: one read, and a window that shows fifty channels reads one or two.
  static final RecordForm<NumberedChannel> FORM = new RecordForm<>(new NumberedChannelCodec(), 256);

  private static final Pattern NAME = Pattern.compile("lineup-(\\d{1,18})\\.(records|part)");

  /// How often each file is open, and which ones are being written, in this process; guarded by the class.
  private static final Map<Path, Integer> READ = new HashMap<>();
  private static final Set<Path> WRITTEN = new HashSet<>();

  private final Path folder;

  LineupFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /// The place of a lineup that is still to be written.
  ///
  /// @param version higher than that of any other in the folder
  record Place(long version, Path target, Path part) {}

  Place begin() throws IOException {
    synchronized (LineupFolder.class) {
      Files.createDirectories(folder);
      Stream<Path> taken = Stream.of(files(), List.copyOf(READ.keySet()), List.copyOf(WRITTEN))
          .flatMap(List::stream).filter(file -> folder.equals(file.getParent()));
      long version = taken.mapToLong(LineupFolder::version).max().orElse(0) + 1;
      Path part = folder.resolve("lineup-" + version + ".part");
      var place = new Place(version, folder.resolve("lineup-" + version + ".records"), part);
      WRITTEN.addAll(List.of(place.target(), part));
      return place;
    }
  }

  /// Says that a lineup was written, or that it never will be.
  void end(Place place) {
    synchronized (LineupFolder.class) {
      WRITTEN.removeAll(Set.of(place.target(), place.part()));
    }
  }

  /// Opens a lineup's file.
  RecordFile<NumberedChannel> open(Path file) throws IOException {
    synchronized (LineupFolder.class) {
      RecordFile<NumberedChannel> records = RecordFile.open(file, FORM, () -> closed(file));
      READ.merge(file, 1, Integer::sum);
      return records;
    }
  }

  /// Nobody reads it any more: it stays only as the newest.
  private void closed(Path file) {
    synchronized (LineupFolder.class) {
      READ.computeIfPresent(file, (_, count) -> count == 1 ? null : count - 1);
      try {
        List<Path> finished = finished();
        if (!finished.isEmpty() && !finished.getFirst().equals(file)) {
          delete(file);
        }
      } catch (IOException e) {
        note(file, e);
      }
    }
  }

  /// The files of finished lineups, the newest first.
  List<Path> finished() throws IOException {
    return files().stream().filter(file -> file.toString().endsWith(".records"))
        .sorted((a, b) -> Long.compare(version(b), version(a))).toList();
  }

  /// Deletes what is older than the newest lineup and what was never finished, unless it is in use.
  void sweep() {
    try {
      List<Path> finished = finished();
      for (Path file : files()) {
        if (finished.isEmpty() || !file.equals(finished.getFirst())) {
          delete(file);
        }
      }
    } catch (IOException e) {
      note(folder, e);
    }
  }

  /// Deletes a file unless it is in use.
  void delete(Path file) {
    synchronized (LineupFolder.class) {
      if (!READ.containsKey(file) && !WRITTEN.contains(file)) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException e) {
          note(file, e);
        }
      }
    }
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, file -> version(file) >= 0)) {
        all.forEach(files::add);
      }
    }
    return files;
  }

  private static long version(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() ? Long.parseLong(name.group(1)) : -1;
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  /// A file that stays takes room and is tried again next time.
  private static void note(Path file, IOException why) {
    System.getLogger(LineupFolder.class.getName()).log(System.Logger.Level.DEBUG, "left behind: " + file, why);
  }
}
