-- 知识库 and what the register of regulations grew by: materials with their versions, files and index; posts' handbooks, reviews of flows, sides, packages.
CREATE TABLE "kept_file" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_kept_file" PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "added_by" INTEGER NOT NULL,
    "added_at" INTEGER NOT NULL
);

CREATE TABLE "material" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_material" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "year" INTEGER NULL,
    "area" TEXT NOT NULL,
    "keywords" TEXT NOT NULL,
    "audience" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "file_id" INTEGER NULL,
    "changed_on" TEXT NOT NULL,
    "ended_on" TEXT NULL
);

CREATE TABLE "material_version" (
    "material_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "file_id" INTEGER NULL,
    "note" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_material_version" PRIMARY KEY ("material_id", "number")
);

CREATE TABLE "material_ask" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_material_ask" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "asker_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "person_name" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "material_id" INTEGER NULL,
    "answered_on" TEXT NULL
);

CREATE TABLE "post_entry" (
    "post_id" INTEGER NOT NULL,
    "element" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    CONSTRAINT "pk_post_entry" PRIMARY KEY ("post_id", "element")
);

CREATE TABLE "flow_review" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_flow_review" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "flow" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "regulation_id" INTEGER NULL,
    "holds" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE TABLE "regulation_side" (
    "regulation_id" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "flow" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    CONSTRAINT "pk_regulation_side" PRIMARY KEY ("regulation_id", "side")
);

CREATE TABLE "package_task" (
    "task_id" INTEGER NOT NULL CONSTRAINT "pk_package_task" PRIMARY KEY,
    "above" TEXT NOT NULL
);

CREATE INDEX "ix_kept_file_hash" ON "kept_file" ("hash");

CREATE INDEX "ix_material_keeper_id_kind_id" ON "material" ("keeper_id", "kind", "id");

CREATE INDEX "ix_material_ask_keeper_id_on" ON "material_ask" ("keeper_id", "on");

CREATE INDEX "ix_flow_review_keeper_id" ON "flow_review" ("keeper_id");

-- bigram tokens made by the application, the same columns as search_entry: number holds the keywords, sender the author.
CREATE VIRTUAL TABLE search_material USING fts5(title, number, sender, text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0", prefix='1');
