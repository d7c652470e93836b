-- 务虚和改进, rules of conduct, writing practice, summaries of closed matters.
CREATE TABLE "retreat" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_retreat" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE TABLE "retreat_opinion" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_retreat_opinion" PRIMARY KEY,
    "retreat_id" INTEGER NOT NULL,
    "keeper_id" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "owner_id" INTEGER NULL,
    "due_on" TEXT NULL,
    "result" TEXT NOT NULL,
    "done_on" TEXT NULL
);

CREATE TABLE "retreat_look" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_retreat_look" PRIMARY KEY,
    "opinion_id" INTEGER NOT NULL,
    "class" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE TABLE "measure_list" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_measure_list" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "form" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "parent_id" INTEGER NULL,
    "on" TEXT NOT NULL,
    "ended_on" TEXT NULL
);

CREATE TABLE "measure_line" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_measure_line" PRIMARY KEY,
    "list_id" INTEGER NOT NULL,
    "aspect" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "owner_id" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "done_on" TEXT NULL
);

CREATE TABLE "pilot" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_pilot" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "grounds" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "owner_id" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "evaluate_on" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "ended_on" TEXT NULL
);

CREATE TABLE "pilot_step" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_pilot_step" PRIMARY KEY,
    "pilot_id" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE TABLE "conduct_signature" (
    "person_id" INTEGER NOT NULL,
    "stamp" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_conduct_signature" PRIMARY KEY ("person_id", "stamp")
);

CREATE TABLE "negative_item" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_negative_item" PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "changed_on" TEXT NOT NULL,
    "ended_on" TEXT NULL,
    "result" TEXT NOT NULL
);

CREATE TABLE "writing_task" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_writing_task" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "set_by" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "handed_on" TEXT NULL,
    "comment" TEXT NOT NULL,
    "passed_on" TEXT NULL
);

CREATE TABLE "summary_ask" (
    "matter_id" INTEGER NOT NULL CONSTRAINT "pk_summary_ask" PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    "lesson_id" INTEGER NULL
);

CREATE INDEX "ix_retreat_keeper_id_on" ON "retreat" ("keeper_id", "on");

CREATE INDEX "ix_retreat_opinion_retreat_id" ON "retreat_opinion" ("retreat_id");

CREATE INDEX "ix_retreat_opinion_keeper_id_done_on_due_on" ON "retreat_opinion" ("keeper_id", "done_on", "due_on");

CREATE INDEX "ix_retreat_look_opinion_id" ON "retreat_look" ("opinion_id");

CREATE INDEX "ix_measure_list_keeper_id" ON "measure_list" ("keeper_id");

CREATE INDEX "ix_measure_line_list_id" ON "measure_line" ("list_id");

CREATE INDEX "ix_measure_line_owner_id_done_on" ON "measure_line" ("owner_id", "done_on");

CREATE INDEX "ix_pilot_keeper_id" ON "pilot" ("keeper_id");

CREATE INDEX "ix_pilot_step_pilot_id" ON "pilot_step" ("pilot_id");

CREATE INDEX "ix_negative_item_person_id" ON "negative_item" ("person_id");

CREATE INDEX "ix_writing_task_person_id" ON "writing_task" ("person_id");

CREATE INDEX "ix_summary_ask_person_id_on" ON "summary_ask" ("person_id", "on");
