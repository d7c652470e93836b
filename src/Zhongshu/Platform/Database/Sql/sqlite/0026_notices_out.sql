-- Notices on their way out of the house: channels, people's choices, one delivery for each notice and channel. The old outbox was never written to.
DROP TABLE "outbox_message";

CREATE TABLE "notice_channel" (
    "channel" TEXT NOT NULL CONSTRAINT "pk_notice_channel" PRIMARY KEY,
    "is_on" INTEGER NOT NULL,
    "mode" INTEGER NOT NULL,
    "target" TEXT NOT NULL,
    "uses_tls" INTEGER NOT NULL,
    "login" TEXT NOT NULL,
    "protected_secret" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "site_address" TEXT NOT NULL,
    "changed_at" INTEGER NOT NULL
);

CREATE TABLE "notice_preference" (
    "person_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "mode" INTEGER NOT NULL,
    CONSTRAINT "pk_notice_preference" PRIMARY KEY ("person_id", "channel")
);

CREATE TABLE "notice_delivery" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_notice_delivery" PRIMARY KEY,
    "notice_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "not_before" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "batch_id" INTEGER NULL,
    "address" TEXT NULL,
    "ended_at" INTEGER NULL,
    "reason" TEXT NULL
);

CREATE INDEX "ix_notice_delivery_state_not_before" ON "notice_delivery" ("state", "not_before");

CREATE INDEX "ix_notice_delivery_state_id" ON "notice_delivery" ("state", "id");

CREATE INDEX "ix_notice_delivery_notice_id" ON "notice_delivery" ("notice_id");
