-- Releases are removed when newer ones have come; a frozen round keeps the definitions behind its figures.
ALTER TABLE frozen_figures ADD COLUMN definitions TEXT NOT NULL DEFAULT '[]';

-- What the first of two persons proposes, in words that the second can read.
ALTER TABLE proposal ADD COLUMN statement TEXT NOT NULL DEFAULT '';
