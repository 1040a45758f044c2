package app.lineup.problem;

/// A run that cannot go on, in words for the person who started it: what happened, to which source or target, what to
/// do.
public final class PipelineException extends Exception {

  private static final long serialVersionUID = 1;

  /// Who can do something about a failure.
  public enum Kind {
    /// The input, the target or a rule is wrong.
    USER,
    /// Another machine failed: a provider's server, the network.
    EXTERNAL,
    /// Memory, disk or file handles ran out.
    RESOURCES,
    /// The program itself is wrong.
    INTERNAL
  }

  private final Kind kind;
  private final String subject;
  private final String advice;

  /// @param kind    who can do something about it
  /// @param subject the source, target or rule it is about, with credentials masked
  /// @param what    what happened, without the subject
  /// @param advice  what to do; may be empty
  public PipelineException(Kind kind, String subject, String what, String advice) {
    super(what);
    this.kind = kind;
    this.subject = subject;
    this.advice = advice;
  }

  /// The same with the failure below it, whose stack trace belongs behind "Details".
  public PipelineException(Kind kind, String subject, String what, String advice, Throwable cause) {
    super(what, cause);
    this.kind = kind;
    this.subject = subject;
    this.advice = advice;
  }

  /// Who can do something about it.
  public Kind kind() {
    return kind;
  }

  /// The source, target or rule it is about.
  public String subject() {
    return subject;
  }

  /// What happened, as a sentence without the subject.
  public String what() {
    return String.valueOf(getMessage());
  }

  /// What to do; may be empty.
  public String advice() {
    return advice;
  }
}
