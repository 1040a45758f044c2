/// Data Mapping: rules change channels or take them out.
package app.lineup.stages.map;
