-- What people have proofread and typeset, for themselves alone; the unit's own proofing list.
CREATE TABLE "fair_copy" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_fair_copy" PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "personal_file" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_personal_file" PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "proof" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_proof" PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "format" INTEGER NOT NULL,
    "file_id" INTEGER NULL,
    "is_deep" INTEGER NOT NULL,
    "for_publication" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title_words" INTEGER NOT NULL,
    "body_words" INTEGER NOT NULL,
    "attachment_words" INTEGER NOT NULL,
    "dropped" INTEGER NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "proof_finding" (
    "proof_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "severity" INTEGER NOT NULL,
    "message" TEXT NOT NULL,
    "paragraph" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "fix" TEXT NULL,
    "source" TEXT NOT NULL,
    "confidence" REAL NOT NULL,
    "state" INTEGER NOT NULL,
    "replacement" TEXT NULL,
    "reason" TEXT NULL,
    CONSTRAINT "pk_proof_finding" PRIMARY KEY ("proof_id", "number")
);

CREATE TABLE "proof_unit_entry" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_proof_unit_entry" PRIMARY KEY,
    "unit_id" INTEGER NOT NULL,
    "section" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "fix" TEXT NOT NULL,
    "severity" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "author_id" INTEGER NOT NULL,
    "author_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE INDEX "ix_fair_copy_at" ON "fair_copy" ("at");

CREATE INDEX "ix_fair_copy_person_id" ON "fair_copy" ("person_id");

CREATE INDEX "ix_personal_file_at" ON "personal_file" ("at");

CREATE INDEX "ix_personal_file_person_id" ON "personal_file" ("person_id");

CREATE INDEX "ix_proof_at" ON "proof" ("at");

CREATE INDEX "ix_proof_person_id" ON "proof" ("person_id");

CREATE INDEX "ix_proof_unit_entry_unit_id" ON "proof_unit_entry" ("unit_id");
