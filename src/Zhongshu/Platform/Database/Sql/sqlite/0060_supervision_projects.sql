-- 督查督办: projects with their warnings and guidance, reforms on their way to a meeting, answers of the levels, closing appraisals, shared plans, gaps of policy.
ALTER TABLE "supervision_inspection" ADD COLUMN "host" TEXT NOT NULL DEFAULT '';
ALTER TABLE "supervision_finding" ADD COLUMN "policy" TEXT NOT NULL DEFAULT '';
ALTER TABLE "supervision_finding" ADD COLUMN "gap" TEXT NOT NULL DEFAULT '';

CREATE TABLE "supervision_project" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_project" PRIMARY KEY,
    "unit_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lead_unit_id" INTEGER NOT NULL,
    "planned_start" TEXT NOT NULL,
    "planned_end" TEXT NOT NULL,
    "prepared" INTEGER NOT NULL,
    "started_on" TEXT NULL,
    "progress" INTEGER NOT NULL,
    "ended_on" TEXT NULL,
    "since" TEXT NOT NULL,
    "guided_on" TEXT NULL,
    "asked_on" TEXT NULL,
    "kept_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "supervision_alarm" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_alarm" PRIMARY KEY,
    "project_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "cleared_on" TEXT NULL,
    "item" TEXT NOT NULL
);

CREATE TABLE "supervision_guide" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_guide" PRIMARY KEY,
    "project_id" INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL
);

CREATE TABLE "supervision_maturity" (
    "matter_id" INTEGER NOT NULL,
    "criterion" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "judged_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_supervision_maturity" PRIMARY KEY ("matter_id", "criterion")
);

CREATE TABLE "supervision_agenda" (
    "matter_id" INTEGER NOT NULL CONSTRAINT "pk_supervision_agenda" PRIMARY KEY,
    "meeting" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "entered_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "supervision_answer" (
    "topic_id" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    CONSTRAINT "pk_supervision_answer" PRIMARY KEY ("topic_id", "level")
);

CREATE TABLE "supervision_grade" (
    "matter_id" INTEGER NOT NULL CONSTRAINT "pk_supervision_grade" PRIMARY KEY,
    "grade" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "graded_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "supervision_round" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_round" PRIMARY KEY,
    "unit_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "targets" TEXT NOT NULL,
    "areas" TEXT NOT NULL,
    "found" TEXT NOT NULL,
    "done_on" TEXT NULL,
    "drawn_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "ix_supervision_project_unit_id_code" ON "supervision_project" ("unit_id", "code");

CREATE INDEX "ix_supervision_alarm_project_id_cleared_on" ON "supervision_alarm" ("project_id", "cleared_on");

CREATE INDEX "ix_supervision_guide_project_id" ON "supervision_guide" ("project_id");

CREATE INDEX "ix_supervision_round_unit_id_on" ON "supervision_round" ("unit_id", "on");
