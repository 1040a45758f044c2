/// The guide: programmes of the channels that were published, and no others.
package app.lineup.pipeline.guide;
