/// M3U lists as sources of channels: read in blocks, scanned side by side, joined in order.
package app.lineup.provider.m3u;
