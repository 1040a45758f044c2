package app.lineup.app.refresh;

/// What a run does with a source that is being refreshed when it begins.
public enum WhileRefreshed {

  /// The run waits until the new list is there, or the refresh has failed.
  WAIT,
  /// The run goes on with the list that was fetched last; where there is none, it waits.
  LAST_LIST
}
