package app.lineup.pipeline.logo.cache;

import app.lineup.files.Digest;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Pictures below a folder, bounded in bytes, with what is known of the addresses they came from. Safe for many
/// threads; no file is touched under its lock.
///
/// A picture that several addresses have is kept once. When there is no more room, the addresses used longest ago go,
/// and a picture with the last address that has it. A picture is noted when it is whole on the disk. What is noted but
/// not there when the cache is opened, or of another size after a program that was ended halfway, counts as unknown.
public final class LogoCache implements AutoCloseable {

  /// About 15 MB of memory, and more addresses than pictures usually have room.
  static final int MOST_NOTES = 50_000;

  /// A run over a list in which nothing is found would fill the disk with notes otherwise.
  private static final int MOST_LINES = 4 * MOST_NOTES;

  /// With its places in two maps.
  private static final long NOTE_BYTES = 320;

  private final LogoFolder folder;
  private final NoteFile file;
  private final long maxBytes;
  private final InstantSource clock;
  private final Map<Digest, LogoNote> notes = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Digest, Use> uses = new HashMap<>();
  private long bytes;
  private boolean changed;

  /// How much room a picture takes, and how many addresses have it.
  private record Use(long bytes, int addresses) {}

  private LogoCache(LogoFolder folder, long maxBytes, InstantSource clock) {
    this.folder = folder;
    this.file = new NoteFile(folder);
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /// Opens the cache below `path` and sweeps out of it what is damaged, nobody's, or too much.
  ///
  /// @param path     made where it is missing, for its owner only
  /// @param maxBytes how much the pictures may take
  public static LogoCache open(Path path, long maxBytes, InstantSource clock) throws IOException {
    var folder = new LogoFolder(path);
    folder.make();
    var cache = new LogoCache(folder, maxBytes, clock);
    cache.load();
    return cache;
  }

  private synchronized void load() throws IOException {
    NoteFile.Left left = file.read(note -> {
      put(note);
      makeRoom();
    });
    Set<Digest> there = new HashSet<>(2 * uses.size());
    List<Digest> nobodys = new ArrayList<>();
    folder.sweep(content -> (uses.containsKey(content) ? there : nobodys).add(content));
    // A program that was ended halfway may have left a picture short. After one that was not, that costs a look at each
    // file.
    boolean looks = left != NoteFile.Left.IN_ORDER;
    List<Digest> lost = new ArrayList<>();
    notes.forEach((address, note) -> note.picture().ifPresent(picture -> {
      if (!there.contains(picture.content())
          || looks && LogoFolder.size(folder.picture(picture.content())) != picture.bytes()) {
        lost.add(address);
      }
    }));
    lost.forEach(address -> forget(address).ifPresent(nobodys::add));
    nobodys.addAll(makeRoom());
    nobodys.stream().map(folder::picture).forEach(LogoFolder::delete);
    changed = left != NoteFile.Left.IN_ORDER || !lost.isEmpty();
  }

  /// What is known of `address`, which counts as used now.
  public synchronized Optional<LogoNote> note(Digest address) {
    Optional<LogoNote> note = Optional.ofNullable(notes.get(address));
    // The order of the notes is the order in which they were used last, and wants to be kept.
    changed |= note.isPresent();
    return note;
  }

  /// The bytes of what `address` has; empty where it has none, or where they are gone or damaged: then it is as if the
  /// address had never been asked.
  public Optional<byte[]> read(Digest address) {
    Optional<Digest> content = note(address).flatMap(LogoNote::picture).map(LogoNote.Picture::content);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    Path file = folder.picture(content.get());
    try {
      byte[] read = Files.readAllBytes(file);
      if (Digest.of(read).equals(content.get())) {
        return Optional.of(read);
      }
    } catch (IOException _) {
      // Gone, which is all that matters.
    }
    synchronized (this) {
      List<Digest> all = notes.values().stream()
          .filter(note -> note.picture().map(LogoNote.Picture::content).equals(content)).map(LogoNote::address)
          .toList();
      all.forEach(this::forget);
      changed = true;
    }
    LogoFolder.delete(file);
    return Optional.empty();
  }

  /// Keeps a picture.
  ///
  /// @return whether there is room for one so large
  /// @throws IOException if the disk does not take it; all else stays as it was
  public boolean keep(
      Digest address, byte[] picture, PictureType type, Optional<String> etag, Optional<String> lastModified)
      throws IOException {
    if (picture.length > maxBytes) {
      return false;
    }
    var content = Digest.of(picture);
    if (!has(content)) {
      write(picture, folder.picture(content));
    }
    note(new LogoNote(address, Optional.of(new LogoNote.Picture(content, type, picture.length)),
        etag, lastModified, clock.instant(), Instant.EPOCH));
    return true;
  }

  private synchronized boolean has(Digest content) {
    return uses.containsKey(content);
  }

  /// Straight to its place: until it is noted nobody looks for it there, and it is nobody's if the program ends before.
  /// One that another program, or a killed one, left there short is deleted first.
  private void write(byte[] picture, Path target) throws IOException {
    try {
      folder.write(picture, target);
    } catch (FileAlreadyExistsException _) {
      if (LogoFolder.size(target) != picture.length) {
        LogoFolder.delete(target);
        folder.write(picture, target);
      }
    }
  }

  /// Notes that the server still has the picture of `known`.
  public void confirm(LogoNote known) throws IOException {
    note(known.confirmed(clock.instant()));
  }

  /// Notes that no picture came from `address`, which is not to be asked before `until`. One that came before stays.
  public void fail(Digest address, Instant until) throws IOException {
    LogoNote before;
    synchronized (this) {
      before = notes.getOrDefault(address, new LogoNote(
          address, Optional.empty(), Optional.empty(), Optional.empty(), Instant.EPOCH, Instant.EPOCH));
    }
    note(before.failed(clock.instant(), until));
  }

  private void note(LogoNote note) throws IOException {
    Set<Digest> gone;
    synchronized (this) {
      gone = put(note);
      gone.addAll(makeRoom());
      changed = true;
    }
    gone.stream().map(folder::picture).forEach(LogoFolder::delete);
    file.add(note);
    if (file.added() > MOST_LINES) {
      file.rewrite(all());
    }
  }

  private synchronized List<LogoNote> all() {
    return List.copyOf(notes.values());
  }

  /// Puts a note in the place of the one before.
  ///
  /// @return the picture of that one, where no address has it any more
  private Set<Digest> put(LogoNote note) {
    Set<Digest> gone = new HashSet<>();
    forget(note.address()).ifPresent(gone::add);
    notes.put(note.address(), note);
    note.picture().ifPresent(picture -> {
      gone.remove(picture.content());
      if (!uses.containsKey(picture.content())) {
        bytes += picture.bytes();
      }
      uses.merge(picture.content(), new Use(picture.bytes(), 1),
          (one, more) -> new Use(one.bytes(), one.addresses() + 1));
    });
    return gone;
  }

  /// Takes a note away.
  ///
  /// @return its picture, where no other address has it
  private Optional<Digest> forget(Digest address) {
    LogoNote note = notes.remove(address);
    if (note == null || note.picture().isEmpty()) {
      return Optional.empty();
    }
    Digest content = note.picture().get().content();
    Use use = uses.getOrDefault(content, new Use(0, 1));
    if (use.addresses() > 1) {
      uses.put(content, new Use(use.bytes(), use.addresses() - 1));
      return Optional.empty();
    }
    uses.remove(content);
    bytes -= use.bytes();
    return Optional.of(content);
  }

  /// Forgets what was used longest ago until the rest has room.
  ///
  /// @return pictures to delete
  private Set<Digest> makeRoom() {
    Set<Digest> gone = new HashSet<>();
    while (bytes > maxBytes || notes.size() > MOST_NOTES) {
      changed = true;
      forget(notes.keySet().iterator().next()).ifPresent(gone::add);
    }
    return gone;
  }

  /// About how much memory it takes to know all this.
  public synchronized long memoryBytes() {
    return notes.size() * NOTE_BYTES;
  }

  /// How much room the pictures take.
  public synchronized long bytes() {
    return bytes;
  }

  /// Puts the notes in order, if anything was asked or kept. The cache is not to be used afterwards.
  @Override
  public void close() throws IOException {
    boolean stale;
    synchronized (this) {
      stale = changed;
      changed = false;
    }
    if (stale) {
      file.rewrite(all());
    }
    file.close();
  }
}
