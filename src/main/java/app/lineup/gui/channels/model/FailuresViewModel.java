package app.lineup.gui.channels.model;

import app.lineup.gui.text.Failure;
import app.lineup.gui.text.Stack;
import app.lineup.gui.text.Texts;
import app.lineup.problem.PipelineException;

/// Why there is no new lineup, in words. Immutable.
record FailuresViewModel(Texts texts) {

  /// A rule cannot be understood.
  Failure ofRules(String mistake) {
    return new Failure(texts.get("about.rules"), mistake, texts.get("advice.rules"), "");
  }

  /// The numbering cannot be understood.
  Failure ofNumbers() {
    return new Failure(texts.get("about.numbers"), texts.get("numbers"), texts.get("advice.numbers"), "");
  }

  /// Making it, or reading it, ended with this.
  Failure of(Throwable why) {
    return switch (why) {
      case PipelineException e -> new Failure(e.subject(), e.what(), e.advice(), Stack.of(e));
      case OutOfMemoryError e ->
          new Failure(texts.get("about.lineup"), texts.get("out-of-memory"), texts.get("advice.memory"), Stack.of(e));
      default -> new Failure(
          texts.get("about.lineup"), texts.get("fault"), texts.get("advice.fault"), Stack.of(why));
    };
  }
}
