/// Input: any source, wherever it is and however it is packed, as a stream that can be opened again.
package app.lineup.io.input;
