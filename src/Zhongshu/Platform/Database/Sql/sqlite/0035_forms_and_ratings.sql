-- 一表通, 观测点, 下评上: forms with their questions and answers, reports of burdens, ratings that name nobody.
CREATE TABLE "burden_answer" (
    "question_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "form_id" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    "was_known" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_burden_answer" PRIMARY KEY ("question_id", "unit_id")
);

CREATE TABLE "burden_form" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_burden_form" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "issuer_id" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "entry_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE TABLE "burden_form_unit" (
    "form_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "answered_at" INTEGER NULL,
    "person_name" TEXT NOT NULL,
    CONSTRAINT "pk_burden_form_unit" PRIMARY KEY ("form_id", "unit_id")
);

CREATE TABLE "burden_point" (
    "keeper_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    CONSTRAINT "pk_burden_point" PRIMARY KEY ("keeper_id", "unit_id")
);

CREATE TABLE "burden_question" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_burden_question" PRIMARY KEY,
    "form_id" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "plain" TEXT NOT NULL,
    "mode" INTEGER NOT NULL,
    "same_as_id" INTEGER NULL,
    "reason" TEXT NOT NULL
);

CREATE TABLE "burden_report" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_burden_report" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "unit_id" INTEGER NULL,
    "person_id" INTEGER NULL,
    "item" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "reported_on" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "handler_id" INTEGER NULL,
    "due_on" TEXT NULL,
    "answer" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "closed_on" TEXT NULL,
    "is_case" INTEGER NOT NULL,
    "published_on" TEXT NULL,
    "look_back_on" TEXT NULL,
    "look_back" TEXT NOT NULL,
    "again" INTEGER NOT NULL
);

CREATE TABLE "burden_self_check" (
    "report_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "has_same" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_burden_self_check" PRIMARY KEY ("report_id", "unit_id")
);

CREATE TABLE "rating_done" (
    "round_id" INTEGER NOT NULL,
    "rater_id" INTEGER NOT NULL,
    "rated_id" INTEGER NOT NULL,
    CONSTRAINT "pk_rating_done" PRIMARY KEY ("round_id", "rater_id", "rated_id")
);

CREATE TABLE "rating_round" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_rating_round" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "items" TEXT NOT NULL,
    "least_group" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "published_at" INTEGER NULL
);

CREATE TABLE "rating_sheet" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_rating_sheet" PRIMARY KEY,
    "round_id" INTEGER NOT NULL,
    "rated_id" INTEGER NOT NULL,
    "scores" TEXT NOT NULL,
    "words" TEXT NOT NULL
);

CREATE TABLE "rating_unit" (
    "round_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "rates" INTEGER NOT NULL,
    "pledge" TEXT NOT NULL,
    CONSTRAINT "pk_rating_unit" PRIMARY KEY ("round_id", "unit_id", "rates")
);

CREATE INDEX "ix_burden_answer_form_id_unit_id" ON "burden_answer" ("form_id", "unit_id");

CREATE INDEX "ix_burden_form_keeper_id_at" ON "burden_form" ("keeper_id", "at");

CREATE INDEX "ix_burden_form_unit_unit_id" ON "burden_form_unit" ("unit_id");

CREATE INDEX "ix_burden_question_form_id" ON "burden_question" ("form_id");

CREATE UNIQUE INDEX "ix_burden_report_code" ON "burden_report" ("code");

CREATE INDEX "ix_burden_report_keeper_id_state_id" ON "burden_report" ("keeper_id", "state", "id");

CREATE UNIQUE INDEX "ix_rating_round_keeper_id_title" ON "rating_round" ("keeper_id", "title");

CREATE INDEX "ix_rating_sheet_round_id_rated_id" ON "rating_sheet" ("round_id", "rated_id");
