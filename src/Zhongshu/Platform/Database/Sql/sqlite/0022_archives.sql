-- 归档: pieces of the archive, and closed matters that are not kept.
CREATE TABLE "archived_piece" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_archived_piece" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "fonds" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "retention" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "responsible" TEXT NOT NULL,
    "document_number" TEXT NOT NULL,
    "document_date" TEXT NULL,
    "classification" INTEGER NOT NULL,
    "pages" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "filed_at" INTEGER NOT NULL,
    "filed_by" INTEGER NOT NULL,
    "filed_by_name" TEXT NOT NULL,
    "trail_count" INTEGER NOT NULL,
    "trail_hash" TEXT NOT NULL,
    "contents" TEXT NOT NULL
);

CREATE TABLE "not_filed" (
    "matter_id" INTEGER NOT NULL CONSTRAINT "pk_not_filed" PRIMARY KEY,
    "item" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "ix_archived_piece_code" ON "archived_piece" ("code");

CREATE UNIQUE INDEX "ix_archived_piece_matter_id" ON "archived_piece" ("matter_id");

CREATE UNIQUE INDEX "ix_archived_piece_unit_id_year_retention_section_number" ON "archived_piece" ("unit_id", "year", "retention", "section", "number");
