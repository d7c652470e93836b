-- 收文
CREATE TABLE "incoming_document" (
    "matter_id" INTEGER NOT NULL CONSTRAINT "pk_incoming_document" PRIMARY KEY,
    "registry_number" TEXT NOT NULL,
    "registry_year" INTEGER NOT NULL,
    "registry_serial" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "sender" TEXT NOT NULL,
    "sender_unit_id" INTEGER NULL,
    "document_number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "document_date" TEXT NULL,
    "received_at" INTEGER NOT NULL,
    "classification" INTEGER NOT NULL,
    "secrecy_term" TEXT NOT NULL,
    "urgency" INTEGER NOT NULL,
    "addressee" TEXT NOT NULL,
    "copies" INTEGER NOT NULL,
    "pages" INTEGER NOT NULL,
    "substance" TEXT NOT NULL,
    "answer_by" TEXT NULL,
    "content_key" TEXT NOT NULL,
    "is_bypass" INTEGER NOT NULL,
    "is_white_head" INTEGER NOT NULL,
    "is_for_reading" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "first_receiver_id" INTEGER NOT NULL,
    "lead_unit_id" INTEGER NULL,
    "supporting_units" TEXT NOT NULL,
    "routing_principle" TEXT NOT NULL,
    "routing_reason" TEXT NOT NULL,
    "rerouted" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "background" TEXT NOT NULL,
    "consideration" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "closed_at" INTEGER NULL,
    "answered_at" INTEGER NULL,
    "answered_how" TEXT NOT NULL,
    "retention" TEXT NOT NULL,
    "archival_code" TEXT NOT NULL,
    "filed_at" INTEGER NULL,
    "first_sent_at" INTEGER NULL
);

CREATE INDEX "ix_incoming_document_content_key" ON "incoming_document" ("content_key");

CREATE INDEX "ix_incoming_document_lead_unit_id_matter_id" ON "incoming_document" ("lead_unit_id", "matter_id");

CREATE INDEX "ix_incoming_document_number_key_sender" ON "incoming_document" ("number_key", "sender");

CREATE INDEX "ix_incoming_document_sender_matter_id" ON "incoming_document" ("sender", "matter_id");

CREATE INDEX "ix_incoming_document_state_matter_id" ON "incoming_document" ("state", "matter_id");

CREATE UNIQUE INDEX "ix_incoming_document_unit_id_registry_year_registry_serial" ON "incoming_document" ("unit_id", "registry_year", "registry_serial");
