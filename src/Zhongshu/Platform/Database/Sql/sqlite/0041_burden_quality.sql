-- 总量管控与减负: quality of papers, and events with their signings.
CREATE TABLE "burden_event" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_burden_event" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "issuer_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "held_on" TEXT NOT NULL,
    "cost" INTEGER NOT NULL,
    "effect" TEXT NOT NULL,
    "effect_on" TEXT NULL,
    "answered" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE TABLE "burden_signing" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_burden_signing" PRIMARY KEY,
    "event_id" INTEGER NOT NULL,
    "project" TEXT NOT NULL,
    "partner" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "landed" INTEGER NOT NULL,
    "landed_on" TEXT NULL,
    "reason" TEXT NOT NULL
);

CREATE TABLE "burden_paper_mark" (
    "keeper_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "quarter" INTEGER NOT NULL,
    "standard" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_burden_paper_mark" PRIMARY KEY ("keeper_id", "year", "quarter", "unit_id", "standard")
);

CREATE INDEX "ix_burden_event_keeper_id_held_on" ON "burden_event" ("keeper_id", "held_on");

CREATE INDEX "ix_burden_signing_event_id" ON "burden_signing" ("event_id");
