/// Conducting: stages joined into one run that is watched, cancelled and closed as a whole.
package app.lineup.engine.run;
