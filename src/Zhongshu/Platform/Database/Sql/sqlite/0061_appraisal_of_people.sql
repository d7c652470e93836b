-- 考核评价和减负: posts and vetoes of indicators, meeting discipline, people and those served; self-examination, savings, quoted and published figures; what slips were answered with.
ALTER TABLE "appraisal_indicator" ADD COLUMN "post_name" TEXT NOT NULL DEFAULT '';
ALTER TABLE "appraisal_indicator" ADD COLUMN "is_veto" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "appraisal_breach" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_appraisal_breach" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "convener" TEXT NOT NULL,
    "meeting" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "excuse" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "appraisal_person" (
    "keeper_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "self_marks" TEXT NOT NULL,
    "self_words" TEXT NOT NULL,
    "self_on" TEXT NULL,
    "marks" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "deducted" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "grade" TEXT NOT NULL,
    "graded_by" TEXT NOT NULL,
    "graded_on" TEXT NULL,
    "use" TEXT NOT NULL,
    "use_words" TEXT NOT NULL,
    "used_on" TEXT NULL,
    CONSTRAINT "pk_appraisal_person" PRIMARY KEY ("keeper_id", "year", "person_id")
);

CREATE TABLE "appraisal_voice" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_appraisal_voice" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "opinion" TEXT NOT NULL,
    "need" TEXT NOT NULL,
    "mark" INTEGER NULL,
    "stage" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "answered_on" TEXT NULL,
    "recorded_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "burden_flaw" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_burden_flaw" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "closed_on" TEXT NULL,
    "by_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "burden_publication" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_burden_publication" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "figures" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "withdrawn_on" TEXT NULL,
    "published_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "burden_quoted" (
    "keeper_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "taken_on" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_burden_quoted" PRIMARY KEY ("keeper_id", "year", "unit_id", "kind", "platform")
);

CREATE TABLE "burden_saving" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_burden_saving" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "defect_measure" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_defect_measure" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "by_name" TEXT NOT NULL
);

CREATE INDEX "ix_appraisal_breach_keeper_id_on" ON "appraisal_breach" ("keeper_id", "on");

CREATE INDEX "ix_appraisal_voice_keeper_id_on" ON "appraisal_voice" ("keeper_id", "on");

CREATE UNIQUE INDEX "ix_burden_flaw_keeper_id_year_unit_id_number" ON "burden_flaw" ("keeper_id", "year", "unit_id", "number");

CREATE INDEX "ix_burden_publication_keeper_id_on" ON "burden_publication" ("keeper_id", "on");

CREATE INDEX "ix_burden_saving_keeper_id_on" ON "burden_saving" ("keeper_id", "on");

CREATE INDEX "ix_defect_measure_keeper_id_person_id" ON "defect_measure" ("keeper_id", "person_id");
