package app.lineup.rule.set;

import app.lineup.problem.Reason;
import app.lineup.rule.syntax.RuleSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A rule set as it was read from a file. Immutable.
///
/// @param file  the file as it was named
/// @param set   what is in it
/// @param lines the line on which each of its entries begins, the first is 1
public record RuleSetFile(String file, RuleSet set, List<Long> lines) {

  /// Ten thousand rules of a thousand letters; nobody has more, and a playlist given by mistake may be huge.
  static final int MAX_BYTES = 16 << 20;

  public RuleSetFile {
    lines = List.copyOf(lines);
  }

  /// Reads a file. What its rules say is not judged: see [#verify].
  ///
  /// @throws RuleSetException if it cannot be read, or is no rule set
  public static RuleSetFile read(Path path) throws RuleSetException {
    String file = path.toString();
    if (Files.isDirectory(path)) {
      throw new RuleSetException(file, "it is a folder", "Name a file with a rule set.");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return read(file, in.readNBytes(MAX_BYTES + 1));
    } catch (NoSuchFileException e) {
      throw new RuleSetException(file, "there is no such file",
          "See whether its name is right. Ready-made sets are called "
          + ReadySets.PREFIX + "NAME.");
    } catch (AccessDeniedException e) {
      throw new RuleSetException(file, "it may not be read", "Change its permissions.");
    } catch (IOException e) {
      throw new RuleSetException(file, "it cannot be read: " + Reason.of(e), "See whether the disk is all right.");
    }
  }

  /// Reads what is in a file.
  ///
  /// @throws RuleSetException if it is no rule set
  public static RuleSetFile read(String file, byte[] content) throws RuleSetException {
    if (content.length > MAX_BYTES) {
      throw new RuleSetException(file, "it is larger than " + (MAX_BYTES >> 20) + " MB",
          "See whether this is a rule set.");
    }
    return new RuleSetReader(file, content).read();
  }

  /// The first of its entries that is on and cannot be understood.
  ///
  /// @throws RuleSetException if there is one
  public void verify() throws RuleSetException {
    for (int i = 0; i < set.entries().size(); i++) {
      Optional<RuleSyntaxException> mistake = set.entries().get(i).on() ? set.entries().get(i)
          .mistake() : Optional.empty();
      if (mistake.isPresent()) {
        throw mistake(i, mistake.get());
      }
    }
  }

  /// Says what is wrong with an entry.
  ///
  /// @param index of the entry, the first is 0
  public RuleSetException mistake(int index, RuleSyntaxException wrong) {
    return RuleSetException.of(file, index + 1, lines.get(index), wrong);
  }
}
