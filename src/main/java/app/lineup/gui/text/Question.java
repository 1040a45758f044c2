package app.lineup.gui.text;

/// A question with two answers, in words. Immutable.
///
/// @param title       what its window is called
/// @param question    what is asked
/// @param explanation what yes will do
/// @param yes         the button that says yes
/// @param no          the button that leaves everything as it is
public record Question(String title, String question, String explanation, String yes, String no) {}
