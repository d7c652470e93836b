-- 督查督办: agreement before a letter is sent, talks, the digest of an instruction, tasks under tasks, who answers for a task, causes of what was found.
ALTER TABLE supervision_item ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE supervision_item ADD COLUMN gist TEXT NOT NULL DEFAULT '';
ALTER TABLE supervision_item ADD COLUMN course TEXT NOT NULL DEFAULT '';
ALTER TABLE supervision_item ADD COLUMN scheme TEXT NOT NULL DEFAULT '';
ALTER TABLE supervision_task ADD COLUMN parent_number INTEGER NULL;
ALTER TABLE supervision_task ADD COLUMN person_name TEXT NOT NULL DEFAULT '';
ALTER TABLE supervision_task ADD COLUMN is_fallback INTEGER NOT NULL DEFAULT 0;
ALTER TABLE supervision_finding ADD COLUMN cause TEXT NOT NULL DEFAULT '';
ALTER TABLE supervision_visit ADD COLUMN points TEXT NOT NULL DEFAULT '';

CREATE TABLE "supervision_agreement" (
    "task_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "matter_id" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "asked_at" INTEGER NOT NULL,
    "at" INTEGER NULL,
    CONSTRAINT "pk_supervision_agreement" PRIMARY KEY ("task_id", "unit_id")
);

CREATE TABLE "supervision_talk" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_talk" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "with" TEXT NOT NULL,
    "issue" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE INDEX "ix_supervision_agreement_matter_id" ON "supervision_agreement" ("matter_id");

CREATE INDEX "ix_supervision_talk_matter_id" ON "supervision_talk" ("matter_id");
