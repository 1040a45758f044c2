/// The library on disk: what the user keeps between two starts.
package app.lineup.store;
