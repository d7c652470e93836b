-- 制度台账: the register, its changes, remarks, plan and looks.
CREATE TABLE "regulation" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_regulation" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "sphere" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "layer" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "issued_on" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "partners" TEXT NOT NULL,
    "is_principle" INTEGER NOT NULL,
    "details_id" INTEGER NULL,
    "summary" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "ended_on" TEXT NULL,
    "looked_at_on" TEXT NULL,
    "verdict" TEXT NOT NULL
);

CREATE TABLE "regulation_change" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_regulation_change" PRIMARY KEY,
    "regulation_id" INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE TABLE "regulation_remark" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_regulation_remark" PRIMARY KEY,
    "regulation_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "answer" TEXT NOT NULL
);

CREATE TABLE "regulation_task" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_regulation_task" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "regulation_id" INTEGER NULL,
    "title" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "approval" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "due_on" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "done_on" TEXT NULL,
    "result" TEXT NOT NULL,
    "planned_on" TEXT NOT NULL
);

CREATE TABLE "regulation_look" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_regulation_look" PRIMARY KEY,
    "regulation_id" INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE INDEX "ix_regulation_keeper_id_state" ON "regulation" ("keeper_id", "state");

CREATE INDEX "ix_regulation_change_regulation_id" ON "regulation_change" ("regulation_id");

CREATE INDEX "ix_regulation_remark_regulation_id" ON "regulation_remark" ("regulation_id");

CREATE INDEX "ix_regulation_task_keeper_id_state_due_on" ON "regulation_task" ("keeper_id", "state", "due_on");

CREATE INDEX "ix_regulation_task_regulation_id" ON "regulation_task" ("regulation_id");

CREATE INDEX "ix_regulation_look_regulation_id" ON "regulation_look" ("regulation_id");
