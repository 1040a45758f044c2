/// Looking through sources: what a list or guide holds, and bringing a source up to date. Begin with [SourceRefresh].
package app.lineup.app.refresh;
