-- Which tables this warehouse was made with; another version of orderscope may have others.
CREATE TABLE IF NOT EXISTS raw.version (
    fingerprint VARCHAR NOT NULL, -- SHA-256 of the tables' definitions
    built VARCHAR -- SHA-256 of all relations as they were last made, with what is said of them
);
