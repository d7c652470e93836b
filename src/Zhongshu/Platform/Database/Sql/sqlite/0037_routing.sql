-- 分办: who decides what, special tasks with their lead, what is told apart and where disputes come from; instructions by time.
ALTER TABLE duty ADD COLUMN approves TEXT NOT NULL DEFAULT '';
ALTER TABLE duty ADD COLUMN topic TEXT NOT NULL DEFAULT '';
ALTER TABLE duty ADD COLUMN is_lead INTEGER NOT NULL DEFAULT 0;

ALTER TABLE incoming_document ADD COLUMN distinction TEXT NOT NULL DEFAULT '';
ALTER TABLE incoming_document ADD COLUMN dispute_cause TEXT NOT NULL DEFAULT '';
ALTER TABLE incoming_document ADD COLUMN routed_at INTEGER NULL;

CREATE INDEX "ix_incoming_document_disputed" ON "incoming_document" ("matter_id") WHERE routing_principle <> '';

CREATE INDEX "ix_opinion_kind_id" ON "opinion" ("kind", "id");
