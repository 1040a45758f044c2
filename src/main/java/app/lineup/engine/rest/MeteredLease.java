package app.lineup.engine.rest;

import app.lineup.engine.memory.MemoryLease;
import app.lineup.engine.watch.StageMeter;

/// A lease whose bytes the stage's meter counts as at rest in memory. Thread-safe.
final class MeteredLease implements MemoryLease {

  private final MemoryLease lease;
  private final StageMeter meter;
  private long counted;

  MeteredLease(MemoryLease lease, StageMeter meter) {
    this.lease = lease;
    this.meter = meter;
  }

  @Override
  public boolean trySetBytes(long bytes) {
    // Outside of the lock: alarms are told in there.
    boolean granted = lease.trySetBytes(bytes);
    if (granted) {
      count(bytes);
    }
    return granted;
  }

  @Override
  public long bytes() {
    return lease.bytes();
  }

  private synchronized void count(long bytes) {
    meter.addHeld(bytes - counted);
    counted = bytes;
  }

  @Override
  public void close() {
    lease.close();
    count(0);
  }
}
