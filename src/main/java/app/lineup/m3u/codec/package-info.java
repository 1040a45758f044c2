/// Channels as records of a file, so that they can rest on the disk and come back exactly as they were: the packed
/// form, and lines of JSON for looking into a run. Begin with [ChannelCodec].
package app.lineup.m3u.codec;
