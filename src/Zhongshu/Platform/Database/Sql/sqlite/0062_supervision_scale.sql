-- The board in its own order over open items alone, closed ones by the day they closed, all by the day they were docketed: a page costs the same at any number.
DROP INDEX "ix_supervision_item_unit_id_is_open_light_due_on_matter_id";

CREATE INDEX "ix_supervision_item_unit_id_light_due_on_matter_id" ON "supervision_item" ("unit_id", "light" DESC, "due_on", "matter_id") WHERE is_open;

CREATE INDEX "ix_supervision_item_unit_id_docketed_at" ON "supervision_item" ("unit_id", "docketed_at");

CREATE INDEX "ix_supervision_basis_leader_id_matter_id" ON "supervision_basis" ("leader_id", "matter_id");

CREATE INDEX "ix_supervision_basis_quoted" ON "supervision_basis" ("matter_id") WHERE quote <> '';

-- Whether somebody has unread notices of a matter is asked at each look at it.
CREATE INDEX "ix_notice_matter_id" ON "notice" ("matter_id") WHERE read_at IS NULL;

-- The ledgers are counted from the index alone.
DROP INDEX "ix_supervision_item_unit_id_topic_is_open";

CREATE INDEX "ix_supervision_item_unit_id_topic_source_is_open_light" ON "supervision_item" ("unit_id", "topic", "source", "is_open", "light");
