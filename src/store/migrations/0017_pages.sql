-- A yes to share is kept in the language in which it was asked; staff read beside it what it says.
ALTER TABLE consent ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
ALTER TABLE consent ADD COLUMN english TEXT;
