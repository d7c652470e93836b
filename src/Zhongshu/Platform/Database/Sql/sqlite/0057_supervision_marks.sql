-- 督查督办: how items are marked, and who in a unit answers for a task.
CREATE TABLE "supervision_mark" (
    "matter_id" INTEGER NOT NULL CONSTRAINT "pk_supervision_mark" PRIMARY KEY,
    "priority" INTEGER NOT NULL,
    "way" TEXT NOT NULL,
    "is_special" INTEGER NOT NULL,
    "is_prompt" INTEGER NOT NULL,
    "reasonable" TEXT NOT NULL,
    "support" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "marked_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "supervision_person" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_person" PRIMARY KEY,
    "matter_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "goal" TEXT NOT NULL
);

CREATE INDEX "ix_supervision_person_matter_id" ON "supervision_person" ("matter_id");

CREATE INDEX "ix_supervision_person_task_id" ON "supervision_person" ("task_id");
