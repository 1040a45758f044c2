/// The cache of channels' pictures: files named by what is in them, and notes about the addresses they came from.
package app.lineup.pipeline.logo.cache;
