-- 通知 by time; 当日件, 未回传 and 统计 of 收文.
CREATE INDEX "ix_notice_person_id_id" ON "notice" ("person_id", "id");

CREATE INDEX "ix_incoming_document_received_at_first_sent_at" ON "incoming_document" ("received_at", "first_sent_at");

CREATE INDEX "ix_incoming_document_first_sent_at_received_at" ON "incoming_document" ("first_sent_at", "received_at");

CREATE INDEX "ix_incoming_document_kind_answered_at_closed_at" ON "incoming_document" ("kind", "answered_at", "closed_at");

CREATE INDEX "ix_incoming_document_registry_year_state" ON "incoming_document" ("registry_year", "state");
