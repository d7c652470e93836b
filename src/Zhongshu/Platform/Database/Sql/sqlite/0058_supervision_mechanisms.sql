-- 督查督办: what was issued of which items, and the standing mechanisms with their topics.
CREATE TABLE "supervision_held" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_held" PRIMARY KEY,
    "mechanism_id" INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    "conclusion" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL
);

CREATE TABLE "supervision_mechanism" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_mechanism" PRIMARY KEY,
    "unit_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "members" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "ended_on" TEXT NULL,
    "last_on" TEXT NULL,
    "kept_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "supervision_report" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_report" PRIMARY KEY,
    "unit_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NOT NULL,
    "issued_on" TEXT NOT NULL,
    "sent_to" TEXT NOT NULL,
    "items" INTEGER NOT NULL,
    "issued_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "supervision_reported" (
    "report_id" INTEGER NOT NULL,
    "matter_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_supervision_reported" PRIMARY KEY ("matter_id", "report_id")
);

CREATE TABLE "supervision_topic" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_supervision_topic" PRIMARY KEY,
    "mechanism_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "exchange" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "raised_on" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "settled_on" TEXT NULL,
    "recorded_by" TEXT NOT NULL
);

CREATE INDEX "ix_supervision_held_mechanism_id" ON "supervision_held" ("mechanism_id");

CREATE INDEX "ix_supervision_mechanism_unit_id_ended_on" ON "supervision_mechanism" ("unit_id", "ended_on");

CREATE INDEX "ix_supervision_report_unit_id_issued_on" ON "supervision_report" ("unit_id", "issued_on");

CREATE INDEX "ix_supervision_reported_report_id" ON "supervision_reported" ("report_id");

CREATE INDEX "ix_supervision_topic_mechanism_id_settled_on" ON "supervision_topic" ("mechanism_id", "settled_on");
