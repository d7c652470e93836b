-- 督查督办: visits with what they found, the yearly plan of inspections, joint feedback, grounds of the advice.
ALTER TABLE supervision_item ADD COLUMN grounds TEXT NOT NULL DEFAULT '';
ALTER TABLE supervision_feedback ADD COLUMN promise TEXT NOT NULL DEFAULT '';

CREATE TABLE "supervision_countersign" (
    "feedback_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "matter_id" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" INTEGER NULL,
    CONSTRAINT "pk_supervision_countersign" PRIMARY KEY ("feedback_id", "unit_id")
);

CREATE TABLE "supervision_visit" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_visit" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "task_id" INTEGER NULL,
    "way" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "seen" TEXT NOT NULL,
    "fits" INTEGER NOT NULL,
    "inspection_id" INTEGER NULL,
    "recorded_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "supervision_visit_member" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_visit_member" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "visit_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL
);

CREATE TABLE "supervision_finding" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_finding" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "visit_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "unit_id" INTEGER NULL,
    "task_number" INTEGER NULL,
    "settled_at" INTEGER NULL,
    "settled_by" TEXT NOT NULL
);

CREATE TABLE "supervision_visit_photo" (
    "visit_id" INTEGER NOT NULL,
    "attachment_id" INTEGER NOT NULL,
    "matter_id" INTEGER NOT NULL,
    CONSTRAINT "pk_supervision_visit_photo" PRIMARY KEY ("visit_id", "attachment_id")
);

CREATE TABLE "supervision_inspection" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_inspection" PRIMARY KEY,
    "unit_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NOT NULL,
    "targets" TEXT NOT NULL,
    "outside_plan" INTEGER NOT NULL,
    "over" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" INTEGER NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "report" TEXT NOT NULL,
    "reported_by" TEXT NOT NULL,
    "reported_at" INTEGER NULL,
    "version" INTEGER NOT NULL
);

CREATE INDEX "ix_supervision_countersign_matter_id" ON "supervision_countersign" ("matter_id");

CREATE INDEX "ix_supervision_visit_matter_id" ON "supervision_visit" ("matter_id");

CREATE INDEX "ix_supervision_visit_inspection_id" ON "supervision_visit" ("inspection_id");

CREATE INDEX "ix_supervision_visit_member_matter_id" ON "supervision_visit_member" ("matter_id");

CREATE INDEX "ix_supervision_visit_member_visit_id" ON "supervision_visit_member" ("visit_id");

CREATE INDEX "ix_supervision_finding_matter_id" ON "supervision_finding" ("matter_id");

CREATE INDEX "ix_supervision_finding_visit_id" ON "supervision_finding" ("visit_id");

CREATE INDEX "ix_supervision_visit_photo_matter_id" ON "supervision_visit_photo" ("matter_id");

CREATE UNIQUE INDEX "ix_supervision_inspection_unit_id_year_number" ON "supervision_inspection" ("unit_id", "year", "number");
