-- 协调联络: sheets with their steps, units and notes; meetings, groups and receipts; data requests, the liaison register, notifications.
CREATE TABLE coordination (
    "id" bigint NOT NULL,
    "keeper_id" bigint NOT NULL,
    "number" integer NOT NULL,
    "title" character varying(120) NOT NULL,
    "kind" character varying(24) NOT NULL,
    "content" character varying(24) NOT NULL,
    "toward" character varying(24) NOT NULL,
    "way" character varying(24) NOT NULL,
    "need" character varying(2000) NOT NULL,
    "matter_id" bigint,
    "lead_unit_id" bigint NOT NULL,
    "opened_on" date NOT NULL,
    "due_on" date NOT NULL,
    "meets_by" date,
    "asked_higher" character varying(1000) NOT NULL,
    "item_code" character varying(24) NOT NULL,
    "closed_on" date,
    "result" character varying(2000) NOT NULL,
    "opened_by" character varying(60) NOT NULL,
    CONSTRAINT pk_coordination PRIMARY KEY ("id")
);

CREATE TABLE coordination_step (
    "id" bigint NOT NULL,
    "coordination_id" bigint NOT NULL,
    "place" integer NOT NULL,
    "text" character varying(1000) NOT NULL,
    "unit_id" bigint NOT NULL,
    "due_on" date NOT NULL,
    "done_on" date,
    "result" character varying(1000) NOT NULL,
    CONSTRAINT pk_coordination_step PRIMARY KEY ("id")
);

CREATE TABLE coordination_unit (
    "coordination_id" bigint NOT NULL,
    "unit_id" bigint NOT NULL,
    "is_lead" boolean NOT NULL,
    CONSTRAINT pk_coordination_unit PRIMARY KEY ("coordination_id", "unit_id")
);

CREATE TABLE coordination_note (
    "id" bigint NOT NULL,
    "coordination_id" bigint NOT NULL,
    "kind" integer NOT NULL,
    "unit_id" bigint NOT NULL,
    "on" date NOT NULL,
    "with" character varying(300) NOT NULL,
    "text" character varying(2000) NOT NULL,
    "result" character varying(2000) NOT NULL,
    "person_name" character varying(60) NOT NULL,
    "at" bigint NOT NULL,
    CONSTRAINT pk_coordination_note PRIMARY KEY ("id")
);

CREATE TABLE called_meeting (
    "id" bigint NOT NULL,
    "coordination_id" bigint NOT NULL,
    "title" character varying(120) NOT NULL,
    "starts_at" bigint NOT NULL,
    "place" character varying(120) NOT NULL,
    "agenda" character varying(2000) NOT NULL,
    "called_by" character varying(60) NOT NULL,
    "at" bigint NOT NULL,
    "held_on" date,
    "conclusion" character varying(2000) NOT NULL,
    CONSTRAINT pk_called_meeting PRIMARY KEY ("id")
);

CREATE TABLE told_line (
    "id" bigint NOT NULL,
    "kind" integer NOT NULL,
    "of_id" bigint NOT NULL,
    "unit_id" bigint NOT NULL,
    "person_id" bigint NOT NULL,
    "notice_id" bigint,
    "answer" integer NOT NULL,
    "words" character varying(300) NOT NULL,
    "answered_at" bigint,
    "chased_at" bigint,
    CONSTRAINT pk_told_line PRIMARY KEY ("id")
);

CREATE TABLE exchange_group (
    "id" bigint NOT NULL,
    "keeper_id" bigint NOT NULL,
    "line" character varying(24) NOT NULL,
    "title" character varying(60) NOT NULL,
    "opened_by" character varying(60) NOT NULL,
    "at" bigint NOT NULL,
    CONSTRAINT pk_exchange_group PRIMARY KEY ("id")
);

CREATE TABLE group_member (
    "group_id" bigint NOT NULL,
    "person_id" bigint NOT NULL,
    CONSTRAINT pk_group_member PRIMARY KEY ("group_id", "person_id")
);

CREATE TABLE group_message (
    "id" bigint NOT NULL,
    "group_id" bigint NOT NULL,
    "person_id" bigint NOT NULL,
    "person_name" character varying(60) NOT NULL,
    "text" character varying(400) NOT NULL,
    "is_urgent" boolean NOT NULL,
    "at" bigint NOT NULL,
    CONSTRAINT pk_group_message PRIMARY KEY ("id")
);

CREATE TABLE data_request (
    "id" bigint NOT NULL,
    "keeper_id" bigint NOT NULL,
    "from_unit_id" bigint NOT NULL,
    "to_unit_id" bigint NOT NULL,
    "title" character varying(120) NOT NULL,
    "purpose" character varying(1000) NOT NULL,
    "level" character varying(24) NOT NULL,
    "asked_on" date NOT NULL,
    "due_on" date NOT NULL,
    "asked_by" character varying(60) NOT NULL,
    "state" integer NOT NULL,
    "answered_on" date,
    "answer" character varying(2000) NOT NULL,
    "answered_by" character varying(60) NOT NULL,
    "workdays" integer,
    CONSTRAINT pk_data_request PRIMARY KEY ("id")
);

CREATE TABLE liaison_entry (
    "id" bigint NOT NULL,
    "keeper_id" bigint NOT NULL,
    "kind" character varying(24) NOT NULL,
    "on" date NOT NULL,
    "title" character varying(120) NOT NULL,
    "partner" character varying(120) NOT NULL,
    "media" character varying(120) NOT NULL,
    "pieces" integer NOT NULL,
    "text" character varying(2000) NOT NULL,
    "result" character varying(1000) NOT NULL,
    "settled_on" date,
    "unit_id" bigint NOT NULL,
    "person_name" character varying(60) NOT NULL,
    CONSTRAINT pk_liaison_entry PRIMARY KEY ("id")
);

CREATE TABLE bulletin (
    "id" bigint NOT NULL,
    "keeper_id" bigint NOT NULL,
    "addressee" character varying(60) NOT NULL,
    "sent_on" date NOT NULL,
    "work" character varying(4000) NOT NULL,
    "needs" character varying(4000) NOT NULL,
    "answer" character varying(2000) NOT NULL,
    "answered_on" date,
    "sent_by" character varying(60) NOT NULL,
    CONSTRAINT pk_bulletin PRIMARY KEY ("id")
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
