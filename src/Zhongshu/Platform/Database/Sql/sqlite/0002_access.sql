-- The second factor's memory, and forms that act once.
ALTER TABLE account ADD COLUMN totp_step INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN recovery_hashes TEXT NOT NULL DEFAULT '';

CREATE TABLE "once_token" (
    "token" TEXT NOT NULL CONSTRAINT "pk_once_token" PRIMARY KEY,
    "at" INTEGER NOT NULL
);

CREATE INDEX "ix_once_token_at" ON "once_token" ("at");
