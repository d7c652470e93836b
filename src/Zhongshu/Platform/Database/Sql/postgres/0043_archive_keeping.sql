-- 档案责任, 三合一, 检查, 考核, 专题, 编研, 用档预判: who answers, what was seen, topics and what is compiled from them.
CREATE TABLE archive_duty (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    unit_id bigint NOT NULL,
    post_id bigint NOT NULL,
    content character varying(1000) NOT NULL,
    since date NOT NULL,
    CONSTRAINT pk_archive_duty PRIMARY KEY (id)
);

CREATE TABLE archive_scope (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    material character varying(300) NOT NULL,
    category character varying(60) NOT NULL,
    retention character varying(8) NOT NULL,
    CONSTRAINT pk_archive_scope PRIMARY KEY (id)
);

CREATE TABLE archive_check (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    item character varying(24) NOT NULL,
    is_well boolean NOT NULL,
    words character varying(1000) NOT NULL,
    "on" date NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_archive_check PRIMARY KEY (id)
);

CREATE TABLE archive_score (
    keeper_id bigint NOT NULL,
    year integer NOT NULL,
    unit_id bigint NOT NULL,
    item character varying(24) NOT NULL,
    points integer NOT NULL,
    words character varying(300) NOT NULL,
    person_name character varying(60) NOT NULL,
    "on" date NOT NULL,
    CONSTRAINT pk_archive_score PRIMARY KEY (keeper_id, year, unit_id, item)
);

CREATE TABLE archive_topic (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    title character varying(120) NOT NULL,
    begins_on date NOT NULL,
    ends_on date NOT NULL,
    unit_id bigint NOT NULL,
    wanted character varying(300) NOT NULL,
    CONSTRAINT pk_archive_topic PRIMARY KEY (id)
);

CREATE TABLE topic_entry (
    id bigint NOT NULL,
    topic_id bigint NOT NULL,
    piece_id bigint,
    genre character varying(24) NOT NULL,
    title character varying(500) NOT NULL,
    author character varying(120) NOT NULL,
    formed_on date,
    count integer NOT NULL,
    place character varying(120) NOT NULL,
    added_on date NOT NULL,
    added_by character varying(60) NOT NULL,
    CONSTRAINT pk_topic_entry PRIMARY KEY (id)
);

CREATE TABLE archive_product (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    title character varying(120) NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    issued_on date NOT NULL,
    sent_to character varying(300) NOT NULL,
    effect character varying(1000) NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_archive_product PRIMARY KEY (id)
);

CREATE TABLE archive_demand (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    source character varying(24) NOT NULL,
    title character varying(120) NOT NULL,
    needed_on date NOT NULL,
    unit_id bigint NOT NULL,
    words character varying(60) NOT NULL,
    prepared_on date,
    prepared character varying(1000) NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_archive_demand PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_archive_duty_keeper_id_kind_unit_id ON archive_duty (keeper_id, kind, unit_id);

CREATE INDEX ix_archive_scope_keeper_id_unit_id ON archive_scope (keeper_id, unit_id);

CREATE INDEX ix_archive_check_keeper_id_item ON archive_check (keeper_id, item);

CREATE INDEX ix_archive_topic_keeper_id ON archive_topic (keeper_id);

CREATE INDEX ix_topic_entry_piece_id ON topic_entry (piece_id);

CREATE INDEX ix_topic_entry_topic_id ON topic_entry (topic_id);

CREATE UNIQUE INDEX ix_archive_product_keeper_id_kind_year_number ON archive_product (keeper_id, kind, year, number);

CREATE INDEX ix_archive_demand_keeper_id_needed_on ON archive_demand (keeper_id, needed_on);
