/// The library as a text of JSON, for a copy that can be kept, looked into and given away: without logins. Begin with
/// [LibraryJson].
package app.lineup.library.json;
