/// Filtering: which channels stay.
package app.lineup.stages.filter;
