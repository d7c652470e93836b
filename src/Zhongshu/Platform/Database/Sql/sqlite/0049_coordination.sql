-- 协调联络: sheets with their steps, units and notes; meetings, groups and receipts; data requests, the liaison register, notifications.
CREATE TABLE "coordination" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_coordination" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "toward" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "need" TEXT NOT NULL,
    "matter_id" INTEGER NULL,
    "lead_unit_id" INTEGER NOT NULL,
    "opened_on" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "meets_by" TEXT NULL,
    "asked_higher" TEXT NOT NULL,
    "item_code" TEXT NOT NULL,
    "closed_on" TEXT NULL,
    "result" TEXT NOT NULL,
    "opened_by" TEXT NOT NULL
);

CREATE TABLE "coordination_step" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_coordination_step" PRIMARY KEY,
    "coordination_id" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "done_on" TEXT NULL,
    "result" TEXT NOT NULL
);

CREATE TABLE "coordination_unit" (
    "coordination_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "is_lead" INTEGER NOT NULL,
    CONSTRAINT "pk_coordination_unit" PRIMARY KEY ("coordination_id", "unit_id")
);

CREATE TABLE "coordination_note" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_coordination_note" PRIMARY KEY,
    "coordination_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    "with" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "called_meeting" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_called_meeting" PRIMARY KEY,
    "coordination_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "starts_at" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "agenda" TEXT NOT NULL,
    "called_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "held_on" TEXT NULL,
    "conclusion" TEXT NOT NULL
);

CREATE TABLE "told_line" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_told_line" PRIMARY KEY,
    "kind" INTEGER NOT NULL,
    "of_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "notice_id" INTEGER NULL,
    "answer" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "answered_at" INTEGER NULL,
    "chased_at" INTEGER NULL
);

CREATE TABLE "exchange_group" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_exchange_group" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "line" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "opened_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "group_member" (
    "group_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    CONSTRAINT "pk_group_member" PRIMARY KEY ("group_id", "person_id")
);

CREATE TABLE "group_message" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_group_message" PRIMARY KEY,
    "group_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "is_urgent" INTEGER NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "data_request" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_data_request" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "from_unit_id" INTEGER NOT NULL,
    "to_unit_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "asked_on" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "answered_on" TEXT NULL,
    "answer" TEXT NOT NULL,
    "answered_by" TEXT NOT NULL,
    "workdays" INTEGER NULL
);

CREATE TABLE "liaison_entry" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_liaison_entry" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "partner" TEXT NOT NULL,
    "media" TEXT NOT NULL,
    "pieces" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "settled_on" TEXT NULL,
    "unit_id" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE TABLE "bulletin" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_bulletin" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "addressee" TEXT NOT NULL,
    "sent_on" TEXT NOT NULL,
    "work" TEXT NOT NULL,
    "needs" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "answered_on" TEXT NULL,
    "sent_by" TEXT NOT NULL
);

CREATE INDEX "ix_coordination_keeper_id_closed_on_due_on" ON "coordination" ("keeper_id", "closed_on", "due_on");

CREATE INDEX "ix_coordination_matter_id" ON "coordination" ("matter_id");

CREATE INDEX "ix_coordination_step_coordination_id" ON "coordination_step" ("coordination_id");

CREATE INDEX "ix_coordination_unit_unit_id" ON "coordination_unit" ("unit_id");

CREATE INDEX "ix_coordination_note_coordination_id" ON "coordination_note" ("coordination_id");

CREATE INDEX "ix_called_meeting_coordination_id" ON "called_meeting" ("coordination_id");

CREATE INDEX "ix_told_line_kind_of_id" ON "told_line" ("kind", "of_id");

CREATE INDEX "ix_told_line_person_id" ON "told_line" ("person_id");

CREATE INDEX "ix_exchange_group_keeper_id" ON "exchange_group" ("keeper_id");

CREATE INDEX "ix_group_member_person_id" ON "group_member" ("person_id");

CREATE INDEX "ix_group_message_group_id" ON "group_message" ("group_id");

CREATE INDEX "ix_data_request_keeper_id_state_due_on" ON "data_request" ("keeper_id", "state", "due_on");

CREATE INDEX "ix_data_request_to_unit_id" ON "data_request" ("to_unit_id");

CREATE INDEX "ix_data_request_from_unit_id" ON "data_request" ("from_unit_id");

CREATE INDEX "ix_liaison_entry_keeper_id_kind_on" ON "liaison_entry" ("keeper_id", "kind", "on");

CREATE INDEX "ix_bulletin_keeper_id_addressee_sent_on" ON "bulletin" ("keeper_id", "addressee", "sent_on");
