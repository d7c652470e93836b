-- 考核评价和揭榜挂帅: schemes, opinions, results; open tasks with their bids and monthly meetings.
CREATE TABLE "appraisal_figure" (
    "scheme_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "figure" TEXT NOT NULL,
    "value" REAL NULL,
    "words" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    CONSTRAINT "pk_appraisal_figure" PRIMARY KEY ("scheme_id", "unit_id", "figure")
);

CREATE TABLE "appraisal_indicator" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_appraisal_indicator" PRIMARY KEY,
    "scheme_id" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "figure" TEXT NOT NULL,
    "full" REAL NOT NULL,
    "none" REAL NOT NULL,
    "is_outside" INTEGER NOT NULL
);

CREATE TABLE "appraisal_opinion" (
    "indicator_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "scheme_id" INTEGER NOT NULL,
    "party" INTEGER NOT NULL,
    "mark" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "pk_appraisal_opinion" PRIMARY KEY ("indicator_id", "unit_id", "person_id")
);

CREATE TABLE "appraisal_scheme" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_appraisal_scheme" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "first_day" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "party_weights" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "warnings" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE TABLE "appraisal_stripped" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_appraisal_stripped" PRIMARY KEY,
    "scheme_id" INTEGER NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "points" REAL NOT NULL,
    "reason" TEXT NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE TABLE "appraised_unit" (
    "scheme_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "confirmed_at" INTEGER NULL,
    "appeal" TEXT NOT NULL,
    "appeal_answer" TEXT NOT NULL,
    CONSTRAINT "pk_appraised_unit" PRIMARY KEY ("scheme_id", "unit_id")
);

CREATE TABLE "challenge" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_challenge" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "need" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "field_unit_id" INTEGER NOT NULL,
    "bids_until" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "chosen_unit_id" INTEGER NULL,
    "choice_reason" TEXT NOT NULL,
    "charge" TEXT NOT NULL,
    "signed_by" TEXT NOT NULL,
    "signed_on" TEXT NULL,
    "matter_code" TEXT NOT NULL,
    "meeting_due" TEXT NULL,
    "is_lagging" INTEGER NOT NULL,
    "mark" INTEGER NULL,
    "result" TEXT NOT NULL,
    "ended_on" TEXT NULL,
    "at" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE TABLE "challenge_bid" (
    "challenge_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "plan" TEXT NOT NULL,
    "milestones" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "leader" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "marks" TEXT NOT NULL,
    "mark" INTEGER NULL,
    CONSTRAINT "pk_challenge_bid" PRIMARY KEY ("challenge_id", "unit_id")
);

CREATE TABLE "challenge_meeting" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_challenge_meeting" PRIMARY KEY,
    "challenge_id" INTEGER NOT NULL,
    "held_on" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "is_lagging" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE INDEX "ix_appraisal_indicator_scheme_id" ON "appraisal_indicator" ("scheme_id");

CREATE INDEX "ix_appraisal_opinion_scheme_id" ON "appraisal_opinion" ("scheme_id");

CREATE INDEX "ix_appraisal_scheme_keeper_id" ON "appraisal_scheme" ("keeper_id");

CREATE INDEX "ix_appraisal_stripped_scheme_id" ON "appraisal_stripped" ("scheme_id");

CREATE INDEX "ix_challenge_keeper_id_state" ON "challenge" ("keeper_id", "state");

CREATE INDEX "ix_challenge_meeting_challenge_id" ON "challenge_meeting" ("challenge_id");
