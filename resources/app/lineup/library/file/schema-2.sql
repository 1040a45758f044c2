-- Version 2 of the library: rows have ids and stand in a list of their own; changes are remembered as batches.
CREATE TABLE source_2 (
  id BIGINT PRIMARY KEY,
  name VARCHAR NOT NULL,
  place VARCHAR(8) NOT NULL,
  location VARCHAR NOT NULL,
  active BOOLEAN NOT NULL
);
INSERT INTO source_2 SELECT position + 1, name, place, location, TRUE FROM source;
CREATE TABLE rule_2 (
  id BIGINT PRIMARY KEY,
  kind VARCHAR(8) NOT NULL,
  text VARCHAR NOT NULL,
  active BOOLEAN NOT NULL
);
INSERT INTO rule_2 SELECT position + 1 + (SELECT COUNT(*) FROM source), kind, text, active FROM rule;
CREATE TABLE row_order (
  part VARCHAR(16) PRIMARY KEY,
  ids BIGINT ARRAY NOT NULL
);
INSERT INTO row_order SELECT 'SOURCES', COALESCE(ARRAY_AGG(position + 1 ORDER BY position), CAST(ARRAY[] AS BIGINT ARRAY)) FROM source;
INSERT INTO row_order
  SELECT 'RULES', COALESCE(ARRAY_AGG(position + 1 + (SELECT COUNT(*) FROM source) ORDER BY position), CAST(ARRAY[] AS BIGINT ARRAY))
  FROM rule;
CREATE TABLE document (
  version BIGINT NOT NULL,
  edits BIGINT NOT NULL,
  next_id BIGINT NOT NULL,
  next_batch BIGINT NOT NULL
);
INSERT INTO document SELECT 0, 0, 1 + (SELECT COUNT(*) FROM source) + (SELECT COUNT(*) FROM rule), 1;
CREATE TABLE setting (
  name VARCHAR PRIMARY KEY,
  setting VARCHAR NOT NULL
);
INSERT INTO setting SELECT name, setting FROM preference
  WHERE name NOT IN ('welcomed', 'room', 'run.last', 'publish.saved');
CREATE TABLE note (
  name VARCHAR PRIMARY KEY,
  note VARCHAR NOT NULL
);
INSERT INTO note SELECT name, setting FROM preference
  WHERE name IN ('welcomed', 'room', 'run.last', 'publish.saved');
CREATE TABLE batch (
  id BIGINT PRIMARY KEY,
  made_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  label VARCHAR NOT NULL,
  changes VARCHAR NOT NULL,
  undone_by BIGINT
);
CREATE TABLE edit_batch (
  number BIGINT PRIMARY KEY,
  in_force BOOLEAN NOT NULL
);
CREATE TABLE edit_page (
  batch BIGINT NOT NULL,
  page INT NOT NULL,
  edits VARBINARY NOT NULL,
  PRIMARY KEY (batch, page)
);
DROP TABLE source;
ALTER TABLE source_2 RENAME TO source;
DROP TABLE rule;
ALTER TABLE rule_2 RENAME TO rule;
DROP TABLE preference;
