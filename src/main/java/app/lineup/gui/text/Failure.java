package app.lineup.gui.text;

import app.lineup.model.Secrets;

/// A failure as the window shows it, with credentials masked. Immutable.
///
/// @param subject what it is about: a source, a target, a rule
/// @param what    what happened
/// @param advice  what to do; may be empty
/// @param details where in the program it came from, for whoever reports it
public record Failure(String subject, String what, String advice, String details) {

  /// Masks what may carry a credential.
  public Failure {
    subject = Secrets.mask(subject);
    what = Secrets.mask(what);
    advice = Secrets.mask(advice);
    details = Secrets.mask(details);
  }
}
