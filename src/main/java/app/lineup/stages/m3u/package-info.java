/// M3U Generation: channels become the bytes of a playlist.
package app.lineup.stages.m3u;
