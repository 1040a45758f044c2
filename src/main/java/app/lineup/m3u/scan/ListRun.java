package app.lineup.m3u.scan;

import app.lineup.problem.PipelineException;

/// One reading of a list, from its first block to its end. Not thread-safe; used by the run's thread, but for
/// [#scanner].
final class ListRun {

  private final M3uList list;
  private final ScanFilter wanted;
  private final ListParts.Ended whenEnded;
  private final ReportBuilder report;
  private boolean ended;

  ListRun(M3uList list, ScanFilter wanted, ListParts.Ended whenEnded) {
    this.list = list;
    this.wanted = wanted;
    this.whenEnded = whenEnded;
    this.report = list.newReport();
  }

  EntryScanner scanner() {
    return list.scanner(wanted);
  }

  ScanFilter wanted() {
    return wanted;
  }

  void add(Block block) {
    report.addBlock(block.report());
  }

  void end() throws PipelineException {
    ended = true;
    list.ended(report, wanted);
    whenEnded.ended(list, report.entries());
  }

  /// Nobody wants more of it. Does nothing where it has ended.
  void stop() {
    if (!ended) {
      list.stopped(report, wanted);
    }
  }
}
