-- 领导看板: marks and tags on matters. 统一入口: links to other platforms, sites and what was seen of them.
CREATE TABLE focus_mark (
    "matter_id" bigint NOT NULL,
    "unit_id" bigint NOT NULL,
    "class" character varying(24) NOT NULL,
    "reason" character varying(300) NOT NULL,
    "marked_by" character varying(60) NOT NULL,
    "at" bigint NOT NULL,
    CONSTRAINT pk_focus_mark PRIMARY KEY ("matter_id")
);

CREATE TABLE focus_tag (
    "matter_id" bigint NOT NULL,
    "tag" character varying(24) NOT NULL,
    CONSTRAINT pk_focus_tag PRIMARY KEY ("matter_id", "tag")
);

CREATE TABLE portal_link (
    "id" bigint NOT NULL,
    "area" character varying(40) NOT NULL,
    "title" character varying(60) NOT NULL,
    "address" character varying(300) NOT NULL,
    "text" character varying(200) NOT NULL,
    "place" integer NOT NULL,
    CONSTRAINT pk_portal_link PRIMARY KEY ("id")
);

CREATE TABLE portal_site (
    "id" bigint NOT NULL,
    "keeper_id" bigint NOT NULL,
    "unit_id" bigint NOT NULL,
    "level" character varying(24) NOT NULL,
    "title" character varying(120) NOT NULL,
    "address" character varying(300) NOT NULL,
    "added_by" character varying(60) NOT NULL,
    CONSTRAINT pk_portal_site PRIMARY KEY ("id")
);

CREATE TABLE site_check (
    "site_id" bigint NOT NULL,
    "item" character varying(24) NOT NULL,
    "holds" boolean NOT NULL,
    "words" character varying(300) NOT NULL,
    "on" date NOT NULL,
    "checked_by" character varying(60) NOT NULL,
    CONSTRAINT pk_site_check PRIMARY KEY ("site_id", "item")
);

CREATE INDEX "ix_focus_mark_unit_id_class_at" ON "focus_mark" ("unit_id", "class", "at");

CREATE INDEX "ix_portal_site_keeper_id" ON "portal_site" ("keeper_id");
