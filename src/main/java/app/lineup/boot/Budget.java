package app.lineup.boot;

import app.lineup.engine.memory.MemoryMonitor;
import app.lineup.gui.settings.model.SettingsViewModel;
import app.lineup.library.Library;
import app.lineup.library.Setting;

/// How much memory a run may use, as the user chose it.
final class Budget {

  private static final long BYTES_A_MEGABYTE = 1_000_000;

  private Budget() {}

  /// The budget; what is no number, or less than a run works with, counts as not chosen.
  static long bytes(Library library) {
    try {
      long megabytes = Long.parseLong(library.setting(Setting.MEMORY_BUDGET).orElse(""));
      return megabytes >= SettingsViewModel.leastMegabytes()
          ? Math.multiplyExact(megabytes, BYTES_A_MEGABYTE) : MemoryMonitor.DEFAULT_BUDGET_BYTES;
    } catch (NumberFormatException | ArithmeticException notChosen) {
      return MemoryMonitor.DEFAULT_BUDGET_BYTES;
    }
  }
}
