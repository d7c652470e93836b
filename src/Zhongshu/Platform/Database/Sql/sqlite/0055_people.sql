-- 人员档案: trainings, pairs, abilities, self-examination.
CREATE TABLE "training" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_training" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "batch" TEXT NOT NULL,
    "speaker" TEXT NOT NULL,
    "on" TEXT NOT NULL
);

CREATE TABLE "attendance" (
    "training_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "score" INTEGER NULL,
    "words" TEXT NOT NULL,
    CONSTRAINT "pk_attendance" PRIMARY KEY ("training_id", "person_id")
);

CREATE TABLE "mentoring" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_mentoring" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "mentor_id" INTEGER NOT NULL,
    "mentee_id" INTEGER NOT NULL,
    "goal" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT NULL,
    "result" TEXT NOT NULL
);

CREATE TABLE "mentoring_step" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_mentoring_step" PRIMARY KEY,
    "mentoring_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE TABLE "ability" (
    "person_id" INTEGER NOT NULL,
    "tag" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    CONSTRAINT "pk_ability" PRIMARY KEY ("person_id", "tag")
);

CREATE TABLE "self_examination" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_self_examination" PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "list" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "broken" TEXT NOT NULL,
    "words" TEXT NOT NULL
);

CREATE INDEX "ix_training_keeper_id_on" ON "training" ("keeper_id", "on");

CREATE INDEX "ix_attendance_person_id" ON "attendance" ("person_id");

CREATE INDEX "ix_mentoring_keeper_id" ON "mentoring" ("keeper_id");

CREATE INDEX "ix_mentoring_step_mentoring_id" ON "mentoring_step" ("mentoring_id");

CREATE INDEX "ix_self_examination_person_id_on" ON "self_examination" ("person_id", "on");
