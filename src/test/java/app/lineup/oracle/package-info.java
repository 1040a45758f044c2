/// The program's answer worked out anew, plainly and slowly, over strings: what the real run has to equal byte for
/// byte.
///
/// [PlainList] reads, [PlainRules] maps and filters, [PlainOrder] sorts, [PlainNumbers] numbers, [PlainWriter] writes;
/// [PlainRun] does one after the other. Nothing here uses the classes that do the same in the program; shared are only
/// the model's values, the parser of the rule language and the dialect of its patterns. [RealRun] is the one door to
/// the program.
package app.lineup.oracle;
