-- Where accounts are signed in.
CREATE TABLE "sign_in_session" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_sign_in_session" PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "began_at" INTEGER NOT NULL,
    "seen_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    "address" TEXT NOT NULL,
    "device" TEXT NOT NULL
);

CREATE INDEX "ix_sign_in_session_person_id_began_at" ON "sign_in_session" ("person_id", "began_at");
