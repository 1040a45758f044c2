/// How quickly the program starts: the caches from which the JVM takes its classes, whether it took them, and making
/// them anew.
package app.lineup.start;
