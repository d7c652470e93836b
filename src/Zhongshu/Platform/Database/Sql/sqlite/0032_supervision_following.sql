-- 督查督办, following up: milestones and indicators of a task, help asked of the supervisor, double supervision of laggards.
ALTER TABLE supervision_task ADD COLUMN next_step_on TEXT NULL;
ALTER TABLE supervision_task ADD COLUMN second_unit_id INTEGER NULL;
ALTER TABLE supervision_task ADD COLUMN doubled_on TEXT NULL;

CREATE TABLE "supervision_milestone" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_milestone" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "done_at" INTEGER NULL,
    "done_by" TEXT NOT NULL
);

CREATE TABLE "supervision_indicator" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_indicator" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "target" REAL NOT NULL,
    "latest" REAL NULL,
    "latest_at" INTEGER NULL
);

CREATE TABLE "supervision_reading" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_reading" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "value" REAL NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "supervision_help" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_help" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "answer" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "answered_at" INTEGER NULL,
    "ended_at" INTEGER NULL,
    "returned" INTEGER NOT NULL,
    "said" TEXT NOT NULL,
    "moves" INTEGER NOT NULL
);

CREATE INDEX "ix_supervision_milestone_matter_id" ON "supervision_milestone" ("matter_id");

CREATE INDEX "ix_supervision_milestone_task_id" ON "supervision_milestone" ("task_id");

CREATE INDEX "ix_supervision_indicator_matter_id" ON "supervision_indicator" ("matter_id");

CREATE INDEX "ix_supervision_indicator_task_id" ON "supervision_indicator" ("task_id");

CREATE INDEX "ix_supervision_reading_matter_id" ON "supervision_reading" ("matter_id");

CREATE INDEX "ix_supervision_reading_indicator_id" ON "supervision_reading" ("indicator_id");

CREATE INDEX "ix_supervision_help_matter_id" ON "supervision_help" ("matter_id");

CREATE INDEX "ix_supervision_help_task_id" ON "supervision_help" ("task_id");

CREATE INDEX "ix_supervision_help_state_asked_at" ON "supervision_help" ("state", "asked_at");
