-- 领导看板: marks and tags on matters. 统一入口: links to other platforms, sites and what was seen of them.
CREATE TABLE "focus_mark" (
    "matter_id" INTEGER NOT NULL CONSTRAINT "pk_focus_mark" PRIMARY KEY,
    "unit_id" INTEGER NOT NULL,
    "class" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "marked_by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "focus_tag" (
    "matter_id" INTEGER NOT NULL,
    "tag" TEXT NOT NULL,
    CONSTRAINT "pk_focus_tag" PRIMARY KEY ("matter_id", "tag")
);

CREATE TABLE "portal_link" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_portal_link" PRIMARY KEY,
    "area" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "place" INTEGER NOT NULL
);

CREATE TABLE "portal_site" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_portal_site" PRIMARY KEY,
    "keeper_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "added_by" TEXT NOT NULL
);

CREATE TABLE "site_check" (
    "site_id" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "holds" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "checked_by" TEXT NOT NULL,
    CONSTRAINT "pk_site_check" PRIMARY KEY ("site_id", "item")
);

CREATE INDEX "ix_focus_mark_unit_id_class_at" ON "focus_mark" ("unit_id", "class", "at");

CREATE INDEX "ix_portal_site_keeper_id" ON "portal_site" ("keeper_id");
