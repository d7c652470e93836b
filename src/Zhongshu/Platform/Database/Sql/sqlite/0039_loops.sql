-- 文件专人、来件三动作、先阅先学、配套事项、复盘、工作要求、报件意向; opinions in the index.
CREATE TABLE "document_keeper" (
    "unit_id" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "set_at" INTEGER NOT NULL,
    CONSTRAINT "pk_document_keeper" PRIMARY KEY ("unit_id", "level")
);

CREATE TABLE "unit_receipt" (
    "matter_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "arrived_at" INTEGER NOT NULL,
    "downloaded_at" INTEGER NULL,
    "printed_at" INTEGER NULL,
    "presented_at" INTEGER NULL,
    "presented_to" TEXT NOT NULL,
    "reminded_at" INTEGER NULL,
    "warned_at" INTEGER NULL,
    CONSTRAINT "pk_unit_receipt" PRIMARY KEY ("matter_id", "unit_id")
);

CREATE INDEX "ix_unit_receipt_unit_id_arrived_at" ON "unit_receipt" ("unit_id", "arrived_at");

CREATE TABLE "early_reading" (
    "matter_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL,
    "post_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    CONSTRAINT "pk_early_reading" PRIMARY KEY ("matter_id", "person_id")
);

CREATE TABLE "follow_up" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_follow_up" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "unit_id" INTEGER NULL,
    "due_on" TEXT NULL,
    "note" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "changed_at" INTEGER NULL
);

CREATE INDEX "ix_follow_up_matter_id" ON "follow_up" ("matter_id");

CREATE INDEX "ix_follow_up_state_id" ON "follow_up" ("state", "id");

CREATE TABLE "finding" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_finding" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "unit_id" INTEGER NULL,
    "by_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "mended_at" INTEGER NULL,
    "mended_how" TEXT NOT NULL
);

CREATE INDEX "ix_finding_matter_id" ON "finding" ("matter_id");

CREATE TABLE "work_demand" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_work_demand" PRIMARY KEY,
    "home_unit_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "only_instructed" INTEGER NOT NULL,
    "units" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "withdrawn_at" INTEGER NULL
);

CREATE TABLE "submission_intent" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_submission_intent" PRIMARY KEY,
    "unit_id" INTEGER NOT NULL,
    "home_unit_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "gist" TEXT NOT NULL,
    "needed_on" TEXT NOT NULL,
    "latest_on" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "rounds" INTEGER NOT NULL,
    "matter_id" INTEGER NULL,
    "is_late" INTEGER NOT NULL,
    "reminded_at" INTEGER NULL,
    "by_person_id" INTEGER NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE INDEX "ix_submission_intent_unit_id_state" ON "submission_intent" ("unit_id", "state");

CREATE INDEX "ix_submission_intent_state_latest_on" ON "submission_intent" ("state", "latest_on");

CREATE TABLE "intent_note" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_intent_note" PRIMARY KEY,
    "intent_id" INTEGER NOT NULL,
    "who" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "is_office" INTEGER NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE INDEX "ix_intent_note_intent_id" ON "intent_note" ("intent_id");

CREATE TABLE "search_mark" (
    "name" TEXT NOT NULL CONSTRAINT "pk_search_mark" PRIMARY KEY,
    "up_to" INTEGER NOT NULL
);

-- rowid = matter id: all that people wrote on it.
CREATE VIRTUAL TABLE search_opinion USING fts5(text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0", prefix='1');
