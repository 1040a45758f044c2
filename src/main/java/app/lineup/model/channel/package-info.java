/// Channels as the program holds them: [ChannelBlock], the provider's bytes with columns that say where things stand,
/// and [Channel], the view on one of its entries. Slices of blocks are the chunks that stages hand on. Begin with
/// [ChannelBlock].
package app.lineup.model.channel;
