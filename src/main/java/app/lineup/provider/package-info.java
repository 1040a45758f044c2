/// Reading the outside: what providers offer, turned into channels. One room a kind of source or transport.
package app.lineup.provider;
