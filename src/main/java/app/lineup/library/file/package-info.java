/// The library on disk: an embedded database (H2) that one program at a time has open, written on one
/// thread that nobody interrupts. Begin with [LibraryFile]; the window uses it through [LibraryThread].
package app.lineup.library.file;
