-- What somebody says when they are asked whether the partner has called.
ALTER TABLE message ADD COLUMN called TEXT CHECK (called IN ('yes', 'no'));
