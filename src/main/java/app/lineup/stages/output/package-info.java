/// Output: bytes become the published file.
package app.lineup.stages.output;
