-- The second factor's memory, and forms that act once.
ALTER TABLE account ADD COLUMN totp_step bigint NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN recovery_hashes text NOT NULL DEFAULT '';

CREATE TABLE "once_token" (
    "token" character varying(40) NOT NULL CONSTRAINT "pk_once_token" PRIMARY KEY,
    "at" bigint NOT NULL
);

CREATE INDEX "ix_once_token_at" ON "once_token" ("at");
