-- From version 1 to 2: an article's actor tells its type in a column of its own, and refers to no row of `actor`.

ALTER TABLE member RENAME TO member_1;

CREATE TABLE member (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    actor INTEGER,
    data TEXT NOT NULL
);

INSERT INTO member SELECT id, article, name, json_extract(data, '$[1]'), actor, data FROM member_1;

DROP TABLE member_1;
CREATE INDEX member_article ON member (article);
CREATE INDEX member_actor ON member (actor);
