/// Regular expressions on bytes, and literals that texts are searched for: what can answer without decoding a text.
/// Whatever these cannot answer is left to `java.util.regex`. Begin with [ByteProgram] for patterns, [LiteralAutomaton]
/// for literals.
package app.lineup.rule.pattern;
