/// Copies of what was published. Begin with [PlaylistCopy].
package app.lineup.app.publish;
