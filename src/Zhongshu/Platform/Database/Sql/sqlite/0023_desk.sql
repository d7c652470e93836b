-- 不需回复, 交接班, 常用查询, 集体研商
ALTER TABLE "incoming_document" ADD COLUMN "answer_waived" TEXT NOT NULL DEFAULT '';

CREATE TABLE "shift_change" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_shift_change" PRIMARY KEY,
    "unit_id" INTEGER NOT NULL,
    "from_id" INTEGER NOT NULL,
    "from_name" TEXT NOT NULL,
    "to_id" INTEGER NOT NULL,
    "to_name" TEXT NOT NULL,
    "sheet" TEXT NOT NULL,
    "remarks" TEXT NOT NULL,
    "handed_at" INTEGER NOT NULL,
    "taken_at" INTEGER NULL,
    "taken_remarks" TEXT NOT NULL
);

CREATE INDEX "ix_shift_change_unit_id_id" ON "shift_change" ("unit_id", "id");

CREATE TABLE "saved_view" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_saved_view" PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL
);

CREATE UNIQUE INDEX "ix_saved_view_person_id_name" ON "saved_view" ("person_id", "name");

CREATE TABLE "joint_study" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_joint_study" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "members" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" INTEGER NOT NULL,
    "conclusion" TEXT NOT NULL,
    "concluded_by" TEXT NOT NULL,
    "concluded_at" INTEGER NULL
);

CREATE INDEX "ix_joint_study_matter_id_concluded_at" ON "joint_study" ("matter_id", "concluded_at");
