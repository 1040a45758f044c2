/// How files of any content are written to disk, and how their content is named. In comes what is to be written; out
/// comes a file that is whole at every moment and that only those read who may. Begin with
/// [app.lineup.files.Destination]. It imports nothing of ours.
package app.lineup.files;
