-- 归档任务, 借阅 and 利用, 专项工作: what is asked of sections, what is lent and used, works by node.
CREATE TABLE "archive_task" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_archive_task" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "issued_on" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "reported_by" TEXT NOT NULL,
    "reported_on" TEXT NULL,
    "done_on" TEXT NULL,
    "reminded_on" TEXT NULL
);

CREATE TABLE "archive_loan" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_archive_loan" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "piece_id" INTEGER NULL,
    "wanted" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "borrower_id" INTEGER NOT NULL,
    "borrower_name" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "asked_at" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "decided_by" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "lent_on" TEXT NULL,
    "due_on" TEXT NULL,
    "returned_on" TEXT NULL,
    "condition" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "gave_sight" INTEGER NOT NULL,
    "reminded_on" TEXT NULL
);

CREATE TABLE "archive_use" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_archive_use" PRIMARY KEY,
    "piece_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "user_name" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "effect" TEXT NOT NULL
);

CREATE TABLE "archive_work" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_archive_work" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "partner" TEXT NOT NULL,
    "opened_on" TEXT NOT NULL,
    "closed_on" TEXT NULL,
    "result" TEXT NOT NULL
);

CREATE TABLE "archive_node" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_archive_node" PRIMARY KEY,
    "work_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "done_on" TEXT NULL,
    "words" TEXT NOT NULL,
    "done_by" TEXT NOT NULL,
    "reminded_on" TEXT NULL
);

CREATE INDEX "ix_archive_task_keeper_id_state_due_on" ON "archive_task" ("keeper_id", "state", "due_on");

CREATE INDEX "ix_archive_loan_borrower_id" ON "archive_loan" ("borrower_id");

CREATE INDEX "ix_archive_loan_keeper_id_state" ON "archive_loan" ("keeper_id", "state");

CREATE INDEX "ix_archive_loan_piece_id" ON "archive_loan" ("piece_id");

CREATE INDEX "ix_archive_use_piece_id_at" ON "archive_use" ("piece_id", "at");

CREATE INDEX "ix_archive_work_keeper_id_kind" ON "archive_work" ("keeper_id", "kind");

CREATE INDEX "ix_archive_node_due_on" ON "archive_node" ("due_on");

CREATE INDEX "ix_archive_node_work_id" ON "archive_node" ("work_id");
