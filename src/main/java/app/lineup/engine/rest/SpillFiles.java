package app.lineup.engine.rest;

import app.lineup.engine.record.ItemCodec;
import app.lineup.engine.record.RecordFileWriter;
import app.lineup.engine.record.RecordForm;
import app.lineup.problem.PipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes items into files of a [SpillSpace], one behind the other, each full before the next is begun. Not
/// thread-safe; used by the thread that adds items. After [#finish] the files do not change, until [#delete].
public final class SpillFiles<T> {

  private static final String DESCRIPTION = "items on disk";

  private final SpillSpace space;
  private final RecordForm<T> form;
  private final Consumer<Spill.Written> told;
  private final List<Path> files = new ArrayList<>();
  private @Nullable Growing<T> growing;
  private long items;
  private long taken;

  /// The file under way.
  private record Growing<T>(Path target, RecordFileWriter<T> writer, long itemsBefore, long takenBefore) {}

  /// @param told hears of each file that is full, or the last
  public SpillFiles(ItemCodec<T> codec, SpillSpace space, Consumer<Spill.Written> told) {
    this.space = space;
    this.form = new RecordForm<>(codec, codec.blockItems());
    this.told = told;
  }

  public RecordForm<T> form() {
    return form;
  }

  /// The files in their order, when all are finished.
  public List<Path> files() {
    return files;
  }

  /// How many items were written.
  long items() {
    return items;
  }

  /// Writes items behind those before.
  ///
  /// @param itemsPerFile a file with so many is full
  public void add(List<T> more, int itemsPerFile) throws PipelineException {
    int next = 0;
    while (next < more.size()) {
      Growing<T> file = growing();
      int room = (int) Math.max(0, itemsPerFile - (items - file.itemsBefore()));
      int to = Math.min(more.size(), next + room);
      write(file, more.subList(next, to));
      next = to;
      if (items - file.itemsBefore() >= itemsPerFile) {
        finish();
      }
    }
  }

  private Growing<T> growing() throws PipelineException {
    Growing<T> known = growing;
    if (known != null) {
      return known;
    }
    Path target = space.newFile("items");
    Path part = target.resolveSibling(target.getFileName() + "-part");
    try {
      var begun = new Growing<>(target, new RecordFileWriter<>(target, part, form, space.disk()), items, taken);
      growing = begun;
      return begun;
    } catch (IOException e) {
      throw space.failed(target, e);
    }
  }

  private void write(Growing<T> file, List<T> some) throws PipelineException {
    try {
      file.writer().add(some);
    } catch (IOException e) {
      throw space.failed(file.target(), e);
    }
    items += some.size();
    take(file, file.writer().bytes());
  }

  private void take(Growing<T> file, long bytes) throws PipelineException {
    long more = bytes - (taken - file.takenBefore());
    space.take(more);
    taken += more;
  }

  /// Ends the file under way, if there is one.
  void finish() throws PipelineException {
    Growing<T> file = growing;
    if (file == null) {
      return;
    }
    try {
      file.writer().commit(1, Instant.now(), DESCRIPTION, new byte[0]);
      growing = null;
      files.add(file.target());
      take(file, Files.size(file.target()));
    } catch (IOException e) {
      throw space.failed(file.target(), e);
    }
    told.accept(new Spill.Written(items - file.itemsBefore(), taken - file.takenBefore()));
  }

  /// Deletes all files. What the system will not let go goes with the space.
  public void delete() {
    Growing<T> file = growing;
    growing = null;
    try (var _ = file == null ? null : file.writer()) {
      for (Path one : files) {
        Files.deleteIfExists(one);
      }
    } catch (IOException e) {
      System.getLogger(SpillFiles.class.getName()).log(System.Logger.Level.DEBUG, "left behind", e);
    }
    files.clear();
    space.giveBack(taken);
    taken = 0;
  }
}
