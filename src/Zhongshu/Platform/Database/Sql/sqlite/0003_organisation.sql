-- The contact book and the first-contact record.
CREATE TABLE "contact" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_contact" PRIMARY KEY,
    "circle" INTEGER NOT NULL,
    "unit_name" TEXT NOT NULL,
    "post_name" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "note" TEXT NOT NULL
);

CREATE TABLE "first_contact" (
    "matter_id" INTEGER NOT NULL CONSTRAINT "pk_first_contact" PRIMARY KEY,
    "person_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "handed_to_unit_id" INTEGER NULL,
    "handed_at" INTEGER NULL
);

CREATE INDEX "ix_first_contact_person_id" ON "first_contact" ("person_id");
