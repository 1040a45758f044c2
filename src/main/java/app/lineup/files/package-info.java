/// How files of any content are written to disk, and how their content is named. In comes what is to be written; out
/// comes a file that only those read who may. Begin with [app.lineup.files.OwnerOnly]. It imports nothing of ours but
/// the failure that every room throws.
package app.lineup.files;
