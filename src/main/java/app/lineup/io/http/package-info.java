/// Fetching over http and https: one address, read to its end into a file, or a sentence that says why not.
package app.lineup.io.http;
