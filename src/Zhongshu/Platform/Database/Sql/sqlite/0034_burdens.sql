-- 总量管控与减负: the all-calibre ledger and its yearly plan.
CREATE TABLE "burden_entry" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_burden_entry" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "issuer_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "happens_on" TEXT NOT NULL,
    "is_comprehensive" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "is_over_plan" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "like_reason" TEXT NOT NULL,
    "like" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE TABLE "burden_plan" (
    "keeper_id" INTEGER NOT NULL,
    "issuer_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "planned" INTEGER NOT NULL,
    "last_year" INTEGER NULL,
    "reason" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_burden_plan" PRIMARY KEY ("keeper_id", "year", "issuer_id", "kind")
);

CREATE INDEX "ix_burden_entry_keeper_id_happens_on" ON "burden_entry" ("keeper_id", "happens_on");

CREATE INDEX "ix_burden_entry_keeper_id_state" ON "burden_entry" ("keeper_id", "state");
