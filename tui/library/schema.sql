-- The library of one corpus. Everything here can be made anew from the corpus; what the reader made lies elsewhere.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- A file of the corpus. `complete` is 0 while its articles are still being read; `version` is the extractor's.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    ordinal INTEGER NOT NULL,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    version TEXT NOT NULL,
    complete INTEGER NOT NULL
);

-- What lists show. `number` leads the id, and is `short` where it is unique. `fingerprint` is of all that findings depend on; `run` is the refresh that last saw the article; `copy_of` is the first article that tells the text of this one (NULL: none before).
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    position INTEGER NOT NULL,
    run INTEGER NOT NULL,
    fingerprint BLOB NOT NULL,
    key TEXT NOT NULL UNIQUE,
    number TEXT,
    short TEXT,
    title TEXT NOT NULL,
    title_from TEXT NOT NULL,
    publisher TEXT,
    author TEXT,
    date TEXT,
    url TEXT,
    language TEXT,
    characters INTEGER NOT NULL,
    words INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    path TEXT NOT NULL,
    blocks INTEGER NOT NULL,
    boilerplate INTEGER NOT NULL,
    quotes INTEGER NOT NULL,
    unknown INTEGER NOT NULL,
    differs INTEGER NOT NULL DEFAULT 0,
    folded TEXT NOT NULL,
    copy_of INTEGER
);
CREATE INDEX article_position ON article (position);
CREATE INDEX article_source ON article (source);
CREATE INDEX article_short ON article (short) WHERE short IS NOT NULL;
CREATE INDEX article_fingerprint ON article (fingerprint);
CREATE INDEX article_copy ON article (copy_of) WHERE copy_of IS NOT NULL;

-- Text (zlib, UTF-8), and as JSON: title span, blocks, time expressions and events.
CREATE TABLE body (
    article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    text BLOB NOT NULL,
    data TEXT NOT NULL
);

CREATE TABLE quote (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    speaker TEXT,
    actor TEXT,
    text TEXT NOT NULL,
    data TEXT NOT NULL
);
CREATE INDEX quote_article ON quote (article);

-- An actor as one article knows it; `actor` is the corpus' actor that it was merged into: merging sets all of them, so
-- that no reference need be looked after.
CREATE TABLE member (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    actor INTEGER,
    data TEXT NOT NULL
);
CREATE INDEX member_article ON member (article, name);
CREATE INDEX member_actor ON member (actor);

CREATE TABLE actor (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    passage INTEGER NOT NULL,
    data TEXT NOT NULL
);
CREATE INDEX actor_passage ON actor (passage);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    data TEXT NOT NULL
);

CREATE TABLE problem (
    id INTEGER PRIMARY KEY,
    source INTEGER REFERENCES source ON DELETE CASCADE,
    path TEXT NOT NULL,
    line INTEGER,
    reason TEXT NOT NULL,
    advice TEXT NOT NULL,
    skipped INTEGER NOT NULL
);
CREATE INDEX problem_source ON problem (source);

-- A different text that can be searched, once, however many copies there are. `id` is made of the text; `generation`
-- is the one that brought it, so that a search index that is behind can be caught up.
CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    field INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    folded TEXT NOT NULL
);
CREATE INDEX passage_generation ON passage (generation);

-- Where a passage stands: `start` and `end` in code points; both 0 for a title that is no part of the text.
CREATE TABLE place (
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    field INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    passage INTEGER NOT NULL,
    PRIMARY KEY (article, field, start, end)
) WITHOUT ROWID;
CREATE INDEX place_passage ON place (passage);

-- Passages that no article holds any longer, until the search index has forgotten them.
CREATE TABLE gone (
    passage INTEGER PRIMARY KEY,
    generation INTEGER NOT NULL
);
