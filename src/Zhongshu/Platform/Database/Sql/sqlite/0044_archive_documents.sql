-- 电子档案检测 and 文档 with their versions.
CREATE TABLE "archive_detection" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_archive_detection" PRIMARY KEY,
    "piece_id" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL,
    "is_well" INTEGER NOT NULL,
    "faults" TEXT NOT NULL
);

CREATE TABLE "kept_document" (
    "matter_id" INTEGER NOT NULL CONSTRAINT "pk_kept_document" PRIMARY KEY,
    "unit_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "author_name" TEXT NOT NULL,
    "reviewer_id" INTEGER NOT NULL,
    "published_on" TEXT NULL
);

CREATE TABLE "document_version" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_document_version" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "attachment_id" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE INDEX "ix_archive_detection_piece_id_at" ON "archive_detection" ("piece_id", "at");

CREATE INDEX "ix_kept_document_kind_state" ON "kept_document" ("kind", "state");

CREATE UNIQUE INDEX "ix_document_version_matter_id_number" ON "document_version" ("matter_id", "number");
