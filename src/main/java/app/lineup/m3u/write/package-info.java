/// M3U entries as they are published: what rules or numbers changed is stitched into the provider's bytes, the rest
/// is copied as it stands. In comes a block and what changed of it; out go bytes. Begin with [EntryWriter].
package app.lineup.m3u.write;
