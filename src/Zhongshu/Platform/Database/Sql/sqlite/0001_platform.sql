-- The platform's tables, as the model wants them, then what only SQL can say.
CREATE TABLE "account" (
    "person_id" INTEGER NOT NULL CONSTRAINT "pk_account" PRIMARY KEY,
    "login" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "former_hashes" TEXT NOT NULL,
    "security_stamp" TEXT NOT NULL,
    "failed_count" INTEGER NOT NULL,
    "locked_until" INTEGER NULL,
    "totp_key" TEXT NULL,
    "totp_on" INTEGER NOT NULL,
    "must_change_password" INTEGER NOT NULL,
    "password_changed_at" INTEGER NOT NULL,
    "last_sign_in_at" INTEGER NULL,
    "is_disabled" INTEGER NOT NULL
);


CREATE TABLE "api_token" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_api_token" PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "last_used_at" INTEGER NULL,
    "revoked_at" INTEGER NULL
);


CREATE TABLE "attachment" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_attachment" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "added_at" INTEGER NOT NULL,
    "added_by" INTEGER NOT NULL
);


CREATE TABLE "delegation" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_delegation" PRIMARY KEY,
    "from_person_id" INTEGER NOT NULL,
    "to_person_id" INTEGER NOT NULL,
    "since" INTEGER NOT NULL,
    "until" INTEGER NOT NULL,
    "takes_waiting" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "revoked_at" INTEGER NULL
);


CREATE TABLE "deputy_pair" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_deputy_pair" PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "deputy_id" INTEGER NOT NULL
);


CREATE TABLE "duty" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_duty" PRIMARY KEY,
    "unit_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "keywords" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT NULL
);


CREATE TABLE "file_text" (
    "hash" TEXT NOT NULL CONSTRAINT "pk_file_text" PRIMARY KEY,
    "text" TEXT NOT NULL
);


CREATE TABLE "flow_instance" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_flow_instance" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "definition" TEXT NOT NULL,
    "definition_version" INTEGER NOT NULL,
    "state_json" TEXT NOT NULL,
    "is_open" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "holding" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_holding" PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT NULL,
    "is_primary" INTEGER NOT NULL
);


CREATE TABLE "job_run" (
    "job" TEXT NOT NULL CONSTRAINT "pk_job_run" PRIMARY KEY,
    "started_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    "handled" INTEGER NOT NULL,
    "error" TEXT NULL
);


CREATE TABLE "matter" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_matter" PRIMARY KEY,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "classification" INTEGER NOT NULL,
    "urgency" INTEGER NOT NULL,
    "is_restricted" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "closed_at" INTEGER NULL,
    "stage" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "held_since" INTEGER NOT NULL,
    "due_at" INTEGER NULL,
    "trail_count" INTEGER NOT NULL,
    "trail_hash" BLOB NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "matter_access" (
    "subject" INTEGER NOT NULL,
    "matter_id" INTEGER NOT NULL,
    "since" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "pk_matter_access" PRIMARY KEY ("subject", "matter_id")
) WITHOUT ROWID;


CREATE TABLE "matter_link" (
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "relation" TEXT NOT NULL,
    CONSTRAINT "pk_matter_link" PRIMARY KEY ("from_id", "to_id", "relation")
);


CREATE TABLE "notice" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_notice" PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "matter_id" INTEGER NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "urgency" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "read_at" INTEGER NULL
);


CREATE TABLE "number_sequence" (
    "key" TEXT NOT NULL CONSTRAINT "pk_number_sequence" PRIMARY KEY,
    "last" INTEGER NOT NULL
);


CREATE TABLE "opinion" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_opinion" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "step_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL,
    "post_name" TEXT NOT NULL,
    "recorded_by" TEXT NULL,
    "written_on" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);


CREATE TABLE "organisation_version" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_organisation_version" PRIMARY KEY,
    "version" INTEGER NOT NULL
);


CREATE TABLE "outbox_message" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_outbox_message" PRIMARY KEY,
    "channel" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "notice_id" INTEGER NULL,
    "at" INTEGER NOT NULL,
    "not_before" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "sent_at" INTEGER NULL,
    "error" TEXT NULL
);


CREATE TABLE "person" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_person" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "phone" TEXT NULL,
    "email" TEXT NULL,
    "clearance" INTEGER NOT NULL,
    "precedence" INTEGER NULL,
    "sort_order" INTEGER NOT NULL,
    "until" TEXT NULL
);


CREATE TABLE "portfolio" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_portfolio" PRIMARY KEY,
    "leader_id" INTEGER NOT NULL,
    "unit_id" INTEGER NULL,
    "field" TEXT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT NULL
);


CREATE TABLE "post" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_post" PRIMARY KEY,
    "unit_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "roles" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "until" TEXT NULL
);


CREATE TABLE "rule_override" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_rule_override" PRIMARY KEY,
    "rule_id" TEXT NOT NULL,
    "figure" TEXT NULL,
    "reason" TEXT NOT NULL,
    "author_id" INTEGER NOT NULL,
    "author_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);


CREATE TABLE "secretary" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_secretary" PRIMARY KEY,
    "leader_id" INTEGER NOT NULL,
    "secretary_id" INTEGER NOT NULL
);


CREATE TABLE "trail_entry" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_trail_entry" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL,
    "post_name" TEXT NOT NULL,
    "for_name" TEXT NULL,
    "verb" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "quote" TEXT NULL,
    "changes" TEXT NULL,
    "hash" BLOB NOT NULL
);


CREATE TABLE "trail_head" (
    "chain" INTEGER NOT NULL CONSTRAINT "pk_trail_head" PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "hash" BLOB NOT NULL
);


CREATE TABLE "unit" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_unit" PRIMARY KEY,
    "parent_id" INTEGER NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "fonds_number" TEXT NULL,
    "sort_order" INTEGER NOT NULL,
    "since" TEXT NOT NULL,
    "until" TEXT NULL,
    "successor_id" INTEGER NULL
);


CREATE TABLE "work_item" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_work_item" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "instance_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "step_id" TEXT NOT NULL,
    "step_title" TEXT NOT NULL,
    "assignee" INTEGER NOT NULL,
    "original_assignee" INTEGER NULL,
    "kind" INTEGER NOT NULL,
    "status" INTEGER NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "seen_at" INTEGER NULL,
    "remind_at" INTEGER NULL,
    "due_at" INTEGER NULL,
    "done_at" INTEGER NULL,
    "done_by" INTEGER NULL,
    "outcome" TEXT NOT NULL,
    "chase_level" INTEGER NOT NULL,
    "chased_at" INTEGER NULL
);


CREATE UNIQUE INDEX "ix_account_login" ON "account" ("login");


CREATE UNIQUE INDEX "ix_api_token_hash" ON "api_token" ("hash");


CREATE INDEX "ix_api_token_person_id" ON "api_token" ("person_id");


CREATE INDEX "ix_attachment_hash" ON "attachment" ("hash");


CREATE INDEX "ix_attachment_matter_id" ON "attachment" ("matter_id");


CREATE INDEX "ix_delegation_from_person_id" ON "delegation" ("from_person_id");


CREATE INDEX "ix_delegation_to_person_id" ON "delegation" ("to_person_id");


CREATE INDEX "ix_deputy_pair_person_id" ON "deputy_pair" ("person_id");


CREATE INDEX "ix_duty_unit_id" ON "duty" ("unit_id");


CREATE INDEX "ix_flow_instance_matter_id" ON "flow_instance" ("matter_id");


CREATE INDEX "ix_holding_person_id" ON "holding" ("person_id");


CREATE INDEX "ix_holding_post_id" ON "holding" ("post_id");


CREATE UNIQUE INDEX "ix_matter_code" ON "matter" ("code");


CREATE INDEX "ix_matter_state_due_at" ON "matter" ("state", "due_at");


CREATE INDEX "ix_matter_state_held_since" ON "matter" ("state", "held_since");


CREATE INDEX "ix_matter_access_matter_id" ON "matter_access" ("matter_id");


CREATE INDEX "ix_matter_link_to_id" ON "matter_link" ("to_id");


CREATE INDEX "ix_notice_person_id_read_at" ON "notice" ("person_id", "read_at");


CREATE INDEX "ix_opinion_matter_id" ON "opinion" ("matter_id");


CREATE INDEX "ix_outbox_message_sent_at_not_before" ON "outbox_message" ("sent_at", "not_before");


CREATE INDEX "ix_portfolio_leader_id" ON "portfolio" ("leader_id");


CREATE INDEX "ix_post_unit_id" ON "post" ("unit_id");


CREATE INDEX "ix_rule_override_rule_id" ON "rule_override" ("rule_id");


CREATE INDEX "ix_secretary_secretary_id" ON "secretary" ("secretary_id");


CREATE UNIQUE INDEX "ix_trail_entry_matter_id_sequence" ON "trail_entry" ("matter_id", "sequence");


CREATE INDEX "ix_unit_parent_id" ON "unit" ("parent_id");


CREATE INDEX "ix_work_item_assignee_status_due_at" ON "work_item" ("assignee", "status", "due_at");


CREATE INDEX "ix_work_item_done_by_done_at" ON "work_item" ("done_by", "done_at");


CREATE UNIQUE INDEX "ix_work_item_instance_id_number" ON "work_item" ("instance_id", "number");


CREATE INDEX "ix_work_item_matter_id" ON "work_item" ("matter_id");


CREATE INDEX "ix_work_item_status_due_at" ON "work_item" ("status", "due_at");


CREATE INDEX "ix_work_item_status_remind_at" ON "work_item" ("status", "remind_at");

CREATE TRIGGER trail_entry_is_never_changed BEFORE UPDATE ON trail_entry BEGIN SELECT RAISE(ABORT, 'trail_entry is append-only'); END;
CREATE TRIGGER trail_entry_is_never_deleted BEFORE DELETE ON trail_entry BEGIN SELECT RAISE(ABORT, 'trail_entry is append-only'); END;
CREATE TRIGGER opinion_is_never_changed BEFORE UPDATE ON opinion BEGIN SELECT RAISE(ABORT, 'opinion is append-only'); END;
CREATE TRIGGER opinion_is_never_deleted BEFORE DELETE ON opinion BEGIN SELECT RAISE(ABORT, 'opinion is append-only'); END;

INSERT INTO trail_head (chain, count, hash) VALUES (0, 0, x'');
INSERT INTO organisation_version (id, version) VALUES (1, 1);
