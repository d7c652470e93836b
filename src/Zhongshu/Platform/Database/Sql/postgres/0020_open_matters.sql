-- Open matters of each reader, for the ledgers of what is in hand.
ALTER TABLE matter_access ADD COLUMN is_open boolean NOT NULL DEFAULT false;
UPDATE matter_access SET is_open = true WHERE matter_id IN (SELECT id FROM matter WHERE state < 2);
CREATE INDEX ix_matter_access_subject_matter_id ON matter_access (subject, matter_id) WHERE is_open;
CREATE FUNCTION access_follows_state() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE matter_access SET is_open = NEW.state < 2 WHERE matter_id = NEW.id; RETURN NULL; END $$;
CREATE TRIGGER matter_access_follows_state AFTER UPDATE OF state ON matter FOR EACH ROW WHEN ((OLD.state < 2) <> (NEW.state < 2)) EXECUTE FUNCTION access_follows_state();
