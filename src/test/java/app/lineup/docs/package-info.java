/// What pages, comments and code look like: references that resolve, and one style.
package app.lineup.docs;
