-- Files uploaded and not yet registered; the answers to requests that bear a key, so that a repeated request acts once.
CREATE TABLE "uploaded_file" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_uploaded_file" PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE INDEX "ix_uploaded_file_at" ON "uploaded_file" ("at");

CREATE INDEX "ix_uploaded_file_hash" ON "uploaded_file" ("hash");

CREATE INDEX "ix_uploaded_file_person_id" ON "uploaded_file" ("person_id");

CREATE TABLE "request_key" (
    "person_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_request_key" PRIMARY KEY ("person_id", "key")
);

CREATE INDEX "ix_request_key_at" ON "request_key" ("at");

CREATE TABLE "incoming_check_entry" (
    "matter_id" INTEGER NOT NULL,
    "check_id" TEXT NOT NULL,
    "passed" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_incoming_check_entry" PRIMARY KEY ("matter_id", "check_id")
);
