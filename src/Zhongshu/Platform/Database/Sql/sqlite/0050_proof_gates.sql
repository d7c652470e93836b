-- 逐项勾核: what a person says of what no program can judge; 核稿统计 by year, kept when the texts go.
CREATE TABLE "proof_tally" (
    "year" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "documents" INTEGER NOT NULL,
    "words" INTEGER NOT NULL,
    CONSTRAINT "pk_proof_tally" PRIMARY KEY ("year", "person_id")
);

CREATE TABLE "proof_tick" (
    "proof_id" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "verdict" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_proof_tick" PRIMARY KEY ("proof_id", "item")
);
