-- 分办: who decides what, special tasks with their lead, what is told apart and where disputes come from; instructions by time.
ALTER TABLE duty ADD COLUMN approves character varying(400) NOT NULL DEFAULT '';
ALTER TABLE duty ADD COLUMN topic character varying(40) NOT NULL DEFAULT '';
ALTER TABLE duty ADD COLUMN is_lead boolean NOT NULL DEFAULT false;

ALTER TABLE incoming_document ADD COLUMN distinction character varying(24) NOT NULL DEFAULT '';
ALTER TABLE incoming_document ADD COLUMN dispute_cause character varying(400) NOT NULL DEFAULT '';
ALTER TABLE incoming_document ADD COLUMN routed_at bigint NULL;

CREATE INDEX ix_incoming_document_disputed ON incoming_document (matter_id) WHERE routing_principle <> '';

CREATE INDEX ix_opinion_kind_id ON opinion (kind, id);
