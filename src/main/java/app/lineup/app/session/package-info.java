/// The library that is open: what it is now, how it changes, and who is told. In come changes from views and commands;
/// out go the new library to whoever depends on the changed parts, and a commit to whoever keeps it. Begin with
/// [Session].
package app.lineup.app.session;
