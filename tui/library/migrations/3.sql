-- From version 3 to 4: the article whose text an article tells again is kept; the next refresh finds out.

ALTER TABLE article ADD COLUMN copy_of INTEGER;
CREATE INDEX article_copy ON article (copy_of) WHERE copy_of IS NOT NULL;
UPDATE meta SET value = '' WHERE key = 'merged';
