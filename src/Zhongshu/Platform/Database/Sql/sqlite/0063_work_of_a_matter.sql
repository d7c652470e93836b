-- What a matter's work in one state is asked for at each act; without statistics SQLite would rather walk all work in that state.
DROP INDEX "ix_work_item_matter_id";

CREATE INDEX "ix_work_item_matter_id_status" ON "work_item" ("matter_id", "status");
