/// Reads programme guides (XMLTV), element by element.
package app.lineup.xmltv;
