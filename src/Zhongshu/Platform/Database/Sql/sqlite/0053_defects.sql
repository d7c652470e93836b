-- 错情复盘: slips with their reviews, risks, lessons.
CREATE TABLE "defect" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_defect" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "person_id" INTEGER NULL,
    "matter_id" INTEGER NULL,
    "is_confined" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "found" TEXT NOT NULL,
    "consequence" TEXT NOT NULL,
    "aspect" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "foresight" TEXT NOT NULL,
    "correction" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "approach" TEXT NOT NULL,
    "conclusion" TEXT NOT NULL,
    "everybody" TEXT NOT NULL,
    "whole_process" TEXT NOT NULL,
    "all_scenes" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "closed_on" TEXT NULL,
    "is_case" INTEGER NOT NULL,
    "told" TEXT NOT NULL,
    "told_on" TEXT NULL,
    "by_id" INTEGER NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "defect_step" (
    "defect_id" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "owner_id" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "done_on" TEXT NULL,
    "done_by" TEXT NOT NULL,
    CONSTRAINT "pk_defect_step" PRIMARY KEY ("defect_id", "step")
);

CREATE TABLE "defect_advice" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_defect_advice" PRIMARY KEY,
    "defect_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "defect_check" (
    "defect_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "has_same" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_defect_check" PRIMARY KEY ("defect_id", "unit_id")
);

CREATE TABLE "risk_point" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_risk_point" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "ended_on" TEXT NULL
);

CREATE TABLE "lesson" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_lesson" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "defect_id" INTEGER NULL,
    "on" TEXT NOT NULL,
    "is_shared" INTEGER NOT NULL,
    "applied" TEXT NOT NULL,
    "applied_on" TEXT NULL,
    "raised_why" TEXT NOT NULL,
    "raised_on" TEXT NULL,
    "raised_to" TEXT NOT NULL,
    "decided_on" TEXT NULL,
    "at" INTEGER NOT NULL
);

CREATE INDEX "ix_defect_keeper_id_on" ON "defect" ("keeper_id", "on");

CREATE INDEX "ix_defect_matter_id" ON "defect" ("matter_id");

CREATE INDEX "ix_defect_step_owner_id" ON "defect_step" ("owner_id");

CREATE INDEX "ix_defect_advice_defect_id" ON "defect_advice" ("defect_id");

CREATE INDEX "ix_risk_point_keeper_id_stage" ON "risk_point" ("keeper_id", "stage");

CREATE INDEX "ix_lesson_keeper_id_on" ON "lesson" ("keeper_id", "on");

CREATE INDEX "ix_lesson_person_id" ON "lesson" ("person_id");
