-- Version 1 of the library. Every statement can be done twice.
CREATE TABLE IF NOT EXISTS source (
  position INT PRIMARY KEY,
  name VARCHAR NOT NULL,
  place VARCHAR(8) NOT NULL,
  location VARCHAR NOT NULL
);
CREATE TABLE IF NOT EXISTS rule (
  position INT PRIMARY KEY,
  kind VARCHAR(8) NOT NULL,
  text VARCHAR NOT NULL,
  active BOOLEAN NOT NULL
);
CREATE TABLE IF NOT EXISTS preference (
  name VARCHAR PRIMARY KEY,
  setting VARCHAR NOT NULL
);
