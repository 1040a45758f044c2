/// Moving: how items travel in chunks from stage to stage.
package app.lineup.engine.flow;
