-- 学习频次和方面, 座谈意见, 调配和纪律, 素质评价, 容错申报.
CREATE TABLE "training_point" (
    "training_id" INTEGER NOT NULL,
    "word" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    CONSTRAINT "pk_training_point" PRIMARY KEY ("training_id", "word")
);

CREATE TABLE "training_question" (
    "training_id" INTEGER NOT NULL,
    "topic" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "answer" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    CONSTRAINT "pk_training_question" PRIMARY KEY ("training_id", "topic")
);

CREATE TABLE "training_plan" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_training_plan" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "training_id" INTEGER NULL,
    "dropped" TEXT NOT NULL,
    "by_name" TEXT NOT NULL
);

CREATE TABLE "youth_opinion" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_youth_opinion" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "training_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "answered_on" TEXT NULL,
    "unit_id" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "due_on" TEXT NULL,
    "result" TEXT NOT NULL,
    "done_on" TEXT NULL
);

CREATE TABLE "movement" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_movement" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "from_unit_id" INTEGER NOT NULL,
    "to_unit_id" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "until" TEXT NULL,
    "result" TEXT NOT NULL,
    "by_name" TEXT NOT NULL
);

CREATE TABLE "lapse" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_lapse" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "reply" TEXT NOT NULL,
    "by_name" TEXT NOT NULL
);

CREATE TABLE "quality_mark" (
    "keeper_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "judge_id" INTEGER NOT NULL,
    "marks" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "judge_name" TEXT NOT NULL,
    CONSTRAINT "pk_quality_mark" PRIMARY KEY ("keeper_id", "year", "person_id", "judge_id")
);

CREATE TABLE "tolerance" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_tolerance" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "deviation" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "is_accepted" INTEGER NULL,
    "words" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_on" TEXT NULL
);

CREATE INDEX "ix_training_plan_keeper_id_on" ON "training_plan" ("keeper_id", "on");

CREATE INDEX "ix_youth_opinion_keeper_id_answered_on" ON "youth_opinion" ("keeper_id", "answered_on");

CREATE INDEX "ix_youth_opinion_training_id" ON "youth_opinion" ("training_id");

CREATE INDEX "ix_movement_keeper_id_since" ON "movement" ("keeper_id", "since");

CREATE INDEX "ix_lapse_keeper_id_on" ON "lapse" ("keeper_id", "on");

CREATE INDEX "ix_lapse_person_id" ON "lapse" ("person_id");

CREATE INDEX "ix_tolerance_keeper_id_decided_on" ON "tolerance" ("keeper_id", "decided_on");

CREATE INDEX "ix_tolerance_person_id" ON "tolerance" ("person_id");
