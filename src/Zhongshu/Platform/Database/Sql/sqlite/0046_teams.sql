-- 科室工作: meetings, charges, parties, help, information tasks, honours; and 个人待办.
CREATE TABLE "office_meeting" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_office_meeting" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "told" TEXT NOT NULL,
    "arranged" TEXT NOT NULL,
    "by_name" TEXT NOT NULL
);

CREATE TABLE "meeting_task" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_meeting_task" PRIMARY KEY,
    "meeting_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "seen_on" TEXT NULL,
    "done_on" TEXT NULL
);

CREATE TABLE "post_charge" (
    "post_id" INTEGER NOT NULL CONSTRAINT "pk_post_charge" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "work" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "by_name" TEXT NOT NULL
);

CREATE TABLE "served_party" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_served_party" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "grade" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "needs" TEXT NOT NULL
);

CREATE TABLE "liaison" (
    "keeper_id" INTEGER NOT NULL,
    "circle" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "work" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    CONSTRAINT "pk_liaison" PRIMARY KEY ("keeper_id", "circle")
);

CREATE TABLE "assistance_task" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_assistance_task" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "asking_unit_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "served_id" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "asked_by_id" INTEGER NOT NULL,
    "asked_by" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "ended_on" TEXT NULL
);

CREATE TABLE "brief_task" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_brief_task" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "need" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "by_name" TEXT NOT NULL
);

CREATE TABLE "brief_claim" (
    "task_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    "work" TEXT NOT NULL,
    "done_on" TEXT NULL,
    "is_used" INTEGER NULL,
    "words" TEXT NOT NULL,
    CONSTRAINT "pk_brief_claim" PRIMARY KEY ("task_id", "person_id")
);

CREATE TABLE "honour" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_honour" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "figures" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "reward" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "by_name" TEXT NOT NULL
);

CREATE TABLE "personal_todo" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_personal_todo" PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "is_important" INTEGER NOT NULL,
    "is_urgent" INTEGER NOT NULL,
    "due_on" TEXT NULL,
    "spells" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "done_on" TEXT NULL
);

CREATE INDEX "ix_office_meeting_keeper_id_on" ON "office_meeting" ("keeper_id", "on");

CREATE INDEX "ix_meeting_task_meeting_id" ON "meeting_task" ("meeting_id");

CREATE INDEX "ix_meeting_task_person_id_done_on" ON "meeting_task" ("person_id", "done_on");

CREATE INDEX "ix_post_charge_keeper_id" ON "post_charge" ("keeper_id");

CREATE UNIQUE INDEX "ix_served_party_keeper_id_name" ON "served_party" ("keeper_id", "name");

CREATE INDEX "ix_assistance_task_keeper_id_state" ON "assistance_task" ("keeper_id", "state");

CREATE INDEX "ix_brief_task_keeper_id_due_on" ON "brief_task" ("keeper_id", "due_on");

CREATE INDEX "ix_brief_claim_person_id" ON "brief_claim" ("person_id");

CREATE INDEX "ix_honour_keeper_id_year" ON "honour" ("keeper_id", "year");

CREATE INDEX "ix_personal_todo_person_id_done_on" ON "personal_todo" ("person_id", "done_on");
