-- 督办分册: the topic of an item, and the queries of the board that people keep.
ALTER TABLE supervision_item ADD COLUMN topic TEXT NOT NULL DEFAULT '';

CREATE INDEX "ix_supervision_item_unit_id_topic_is_open" ON "supervision_item" ("unit_id", "topic", "is_open");

CREATE TABLE "supervision_view" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_view" PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL
);

CREATE UNIQUE INDEX "ix_supervision_view_person_id_name" ON "supervision_view" ("person_id", "name");
