/// Hands out the published playlist over HTTP: one file behind one token, always a whole version of it.
package app.lineup.serve;
