-- 考核评价: its cycle, praise and reminders, shortcomings, and what results were used for.
CREATE TABLE "appraisal_note" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_appraisal_note" PRIMARY KEY,
    "scheme_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE INDEX "ix_appraisal_note_scheme_id_unit_id" ON "appraisal_note" ("scheme_id", "unit_id");
