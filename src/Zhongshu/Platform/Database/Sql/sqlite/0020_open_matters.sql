-- Open matters of each reader, for the ledgers of what is in hand.
ALTER TABLE matter_access ADD COLUMN is_open INTEGER NOT NULL DEFAULT 0;
UPDATE matter_access SET is_open = 1 WHERE matter_id IN (SELECT id FROM matter WHERE state < 2);
CREATE INDEX "ix_matter_access_subject_matter_id" ON "matter_access" ("subject", "matter_id") WHERE is_open;
CREATE TRIGGER matter_access_follows_state AFTER UPDATE OF state ON matter WHEN (OLD.state < 2) <> (NEW.state < 2) BEGIN
    UPDATE matter_access SET is_open = NEW.state < 2 WHERE matter_id = NEW.id;
END;
