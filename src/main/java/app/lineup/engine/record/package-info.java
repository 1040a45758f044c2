/// Items as bytes: how one is written into a block and read back, and files of such blocks that can be read at any
/// place. In go chunks of items, out come sources that stay the same and can be read as often as one likes. Begin with
/// [ItemCodec] and [RecordFile].
package app.lineup.engine.record;
