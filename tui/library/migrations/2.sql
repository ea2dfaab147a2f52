-- From version 2 to 3: the actor that an article calls so is found at once, in an article with thousands of them too.

DROP INDEX member_article;
CREATE INDEX member_article ON member (article, name);
