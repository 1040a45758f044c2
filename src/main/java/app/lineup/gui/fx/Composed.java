package app.lineup.gui.fx;

import java.util.List;

/// A controller of a view that includes other views.
@FunctionalInterface
public interface Composed {

  /// The controllers of the included views.
  List<Object> parts();
}
