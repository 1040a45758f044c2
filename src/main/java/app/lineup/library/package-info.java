/// The user's document: what somebody made of their lists, as one immutable value, and the changes it can go through.
///
/// A [Library] holds sources, rules and filters, and settings, and says which state of the edit store it belongs to. It
/// changes by a [LibraryChange], which knows its own inverse; changes that were made at once form a [Batch], which is
/// one step of undo. [History] says which batch undo and redo take next. Nothing here reads or writes a file.
/// Begin with [Library].
package app.lineup.library;
