-- 请人再核: a leader's secretary reads a text before it is laid before the leader, or an expert studies a sensitive one.
CREATE TABLE "proof_review" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_proof_review" PRIMARY KEY,
    "proof_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "reader_id" INTEGER NOT NULL,
    "leader_id" INTEGER NULL,
    "ask" TEXT NOT NULL,
    "asked_at" INTEGER NOT NULL,
    "verdict" INTEGER NOT NULL,
    "opinion" TEXT NOT NULL,
    "answered_at" INTEGER NULL
);

CREATE INDEX "ix_proof_review_proof_id" ON "proof_review" ("proof_id");

CREATE INDEX "ix_proof_review_reader_id" ON "proof_review" ("reader_id");
