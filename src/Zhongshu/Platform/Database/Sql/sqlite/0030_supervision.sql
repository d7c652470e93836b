-- 督查督办: items, where they come from, tasks with their units, feedbacks with their evidence, letters.
CREATE TABLE "supervision_basis" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_basis" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "source" INTEGER NOT NULL,
    "from_matter_id" INTEGER NULL,
    "opinion_id" INTEGER NULL,
    "leader_id" INTEGER NULL,
    "leader_name" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "written_on" TEXT NULL,
    "origin" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "supervision_evidence" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_evidence" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "feedback_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "attachment_id" INTEGER NULL
);

CREATE TABLE "supervision_feedback" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_feedback" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL,
    "approved_by" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "progress" INTEGER NOT NULL,
    "is_final" INTEGER NOT NULL,
    "copied_percent" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "supervision_item" (
    "matter_id" INTEGER NOT NULL CONSTRAINT "pk_supervision_item" PRIMARY KEY,
    "unit_id" INTEGER NOT NULL,
    "source" INTEGER NOT NULL,
    "leader_id" INTEGER NULL,
    "limit_class" TEXT NOT NULL,
    "reporting" INTEGER NOT NULL,
    "phase" TEXT NOT NULL,
    "advice" TEXT NOT NULL,
    "turning" TEXT NOT NULL,
    "docketed_at" INTEGER NOT NULL,
    "is_open" INTEGER NOT NULL,
    "closed_at" INTEGER NULL,
    "result" TEXT NOT NULL,
    "tasks" INTEGER NOT NULL,
    "open_tasks" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "light" INTEGER NOT NULL
);

CREATE TABLE "supervision_letter" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_letter" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "parts" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "sent_by" INTEGER NOT NULL
);

CREATE TABLE "supervision_task" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_task" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "lead_unit_id" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "is_long_term" INTEGER NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "delivered_at" INTEGER NULL,
    "due_on" TEXT NOT NULL,
    "first_due_on" TEXT NOT NULL,
    "extensions" INTEGER NOT NULL,
    "asked_due_on" TEXT NULL,
    "asked_reason" TEXT NOT NULL,
    "resumes_as" INTEGER NOT NULL,
    "suspended_on" TEXT NULL,
    "suspended_until" TEXT NULL,
    "progress" INTEGER NOT NULL,
    "heard_at" INTEGER NOT NULL,
    "answered_at" INTEGER NULL,
    "closed_at" INTEGER NULL,
    "in_time" INTEGER NOT NULL,
    "look_back_on" TEXT NULL,
    "reopened" INTEGER NOT NULL,
    "light" INTEGER NOT NULL,
    "yellow_at" INTEGER NULL,
    "red_at" INTEGER NULL,
    "chase_at" INTEGER NULL,
    "chase_level" INTEGER NOT NULL,
    "moves" INTEGER NOT NULL
);

CREATE TABLE "supervision_unit" (
    "task_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "matter_id" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    CONSTRAINT "pk_supervision_unit" PRIMARY KEY ("task_id", "unit_id")
);

CREATE INDEX "ix_supervision_basis_from_matter_id" ON "supervision_basis" ("from_matter_id");

CREATE INDEX "ix_supervision_basis_matter_id" ON "supervision_basis" ("matter_id");

CREATE INDEX "ix_supervision_basis_opinion_id" ON "supervision_basis" ("opinion_id");

CREATE INDEX "ix_supervision_evidence_feedback_id" ON "supervision_evidence" ("feedback_id");

CREATE INDEX "ix_supervision_evidence_matter_id" ON "supervision_evidence" ("matter_id");

CREATE INDEX "ix_supervision_feedback_matter_id" ON "supervision_feedback" ("matter_id");

CREATE INDEX "ix_supervision_feedback_task_id" ON "supervision_feedback" ("task_id");

CREATE INDEX "ix_supervision_item_leader_id_matter_id" ON "supervision_item" ("leader_id", "matter_id");

CREATE INDEX "ix_supervision_item_unit_id_closed_at" ON "supervision_item" ("unit_id", "closed_at");

CREATE INDEX "ix_supervision_item_unit_id_is_open_light_due_on_matter_id" ON "supervision_item" ("unit_id", "is_open", "light", "due_on", "matter_id");

CREATE INDEX "ix_supervision_letter_matter_id" ON "supervision_letter" ("matter_id");

CREATE INDEX "ix_supervision_task_chase_at" ON "supervision_task" ("chase_at");

CREATE INDEX "ix_supervision_task_lead_unit_id_state_matter_id" ON "supervision_task" ("lead_unit_id", "state", "matter_id");

CREATE INDEX "ix_supervision_task_light_red_at" ON "supervision_task" ("light", "red_at");

CREATE INDEX "ix_supervision_task_light_yellow_at" ON "supervision_task" ("light", "yellow_at");

CREATE INDEX "ix_supervision_task_look_back_on" ON "supervision_task" ("look_back_on");

CREATE UNIQUE INDEX "ix_supervision_task_matter_id_number" ON "supervision_task" ("matter_id", "number");

CREATE INDEX "ix_supervision_unit_matter_id" ON "supervision_unit" ("matter_id");

CREATE INDEX "ix_supervision_unit_unit_id_matter_id" ON "supervision_unit" ("unit_id", "matter_id");

CREATE INDEX "ix_supervision_task_asked_due_on" ON "supervision_task" ("asked_due_on");

CREATE INDEX "ix_supervision_task_state_matter_id" ON "supervision_task" ("state", "matter_id");
