/// The library on disk: an embedded database (H2) that one program at a time has open. Begin with [Library].
package app.lineup.library.file;
