-- A no to an application, so that who is refused can be seen beside who is not.
ALTER TABLE deployment ADD COLUMN refused_on TEXT CHECK (refused_on IS NULL OR (awarded IS NULL AND awarded_on IS NULL AND delivered IS NULL AND delivered_on IS NULL));
