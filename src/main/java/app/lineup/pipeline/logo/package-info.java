/// Logo Prefetch: what is known of a channel's picture.
package app.lineup.pipeline.logo;
