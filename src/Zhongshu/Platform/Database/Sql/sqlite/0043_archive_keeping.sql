-- 档案责任, 三合一, 检查, 考核, 专题, 编研, 用档预判: who answers, what was seen, topics and what is compiled from them.
CREATE TABLE "archive_duty" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_archive_duty" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "since" TEXT NOT NULL
);

CREATE TABLE "archive_scope" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_archive_scope" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "material" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "retention" TEXT NOT NULL
);

CREATE TABLE "archive_check" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_archive_check" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "is_well" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE TABLE "archive_score" (
    "keeper_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "person_name" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    CONSTRAINT "pk_archive_score" PRIMARY KEY ("keeper_id", "year", "unit_id", "item")
);

CREATE TABLE "archive_topic" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_archive_topic" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "begins_on" TEXT NOT NULL,
    "ends_on" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "wanted" TEXT NOT NULL
);

CREATE TABLE "topic_entry" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_topic_entry" PRIMARY KEY,
    "topic_id" INTEGER NOT NULL,
    "piece_id" INTEGER NULL,
    "genre" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "formed_on" TEXT NULL,
    "count" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "added_on" TEXT NOT NULL,
    "added_by" TEXT NOT NULL
);

CREATE TABLE "archive_product" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_archive_product" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "issued_on" TEXT NOT NULL,
    "sent_to" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE TABLE "archive_demand" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_archive_demand" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "needed_on" TEXT NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "prepared_on" TEXT NULL,
    "prepared" TEXT NOT NULL,
    "person_name" TEXT NOT NULL
);

CREATE UNIQUE INDEX "ix_archive_duty_keeper_id_kind_unit_id" ON "archive_duty" ("keeper_id", "kind", "unit_id");

CREATE INDEX "ix_archive_scope_keeper_id_unit_id" ON "archive_scope" ("keeper_id", "unit_id");

CREATE INDEX "ix_archive_check_keeper_id_item" ON "archive_check" ("keeper_id", "item");

CREATE INDEX "ix_archive_topic_keeper_id" ON "archive_topic" ("keeper_id");

CREATE INDEX "ix_topic_entry_piece_id" ON "topic_entry" ("piece_id");

CREATE INDEX "ix_topic_entry_topic_id" ON "topic_entry" ("topic_id");

CREATE UNIQUE INDEX "ix_archive_product_keeper_id_kind_year_number" ON "archive_product" ("keeper_id", "kind", "year", "number");

CREATE INDEX "ix_archive_demand_keeper_id_needed_on" ON "archive_demand" ("keeper_id", "needed_on");
