/// Output: bytes become the published file.
package app.lineup.pipeline.output;
