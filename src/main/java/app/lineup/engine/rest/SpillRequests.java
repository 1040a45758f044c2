package app.lineup.engine.rest;

import app.lineup.engine.memory.LeaseAlarms;

/// Remembers that an accumulator shall spill until its own thread does. Thread-safe.
public final class SpillRequests implements LeaseAlarms {

  private volatile boolean spillAsked;
  private volatile boolean releaseAsked;

  @Override
  public void onSpill() {
    spillAsked = true;
  }

  @Override
  public void onRelease() {
    releaseAsked = true;
  }

  /// Whether those shall spill who can well do so.
  public boolean isSpillAsked() {
    return spillAsked || releaseAsked;
  }

  /// Whether everybody shall spill.
  public boolean isReleaseAsked() {
    return releaseAsked;
  }

  public void clear() {
    spillAsked = false;
    releaseAsked = false;
  }
}
