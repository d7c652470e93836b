-- 知识库 and what the register of regulations grew by: materials with their versions, files and index; posts' handbooks, reviews of flows, sides, packages.
CREATE TABLE kept_file (
    id bigint NOT NULL,
    hash character varying(64) NOT NULL,
    name character varying(255) NOT NULL,
    size bigint NOT NULL,
    media_type character varying(100) NOT NULL,
    added_by bigint NOT NULL,
    added_at bigint NOT NULL,
    CONSTRAINT pk_kept_file PRIMARY KEY (id)
);

CREATE TABLE material (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    person_id bigint NOT NULL,
    person_name character varying(60) NOT NULL,
    kind character varying(24) NOT NULL,
    title character varying(120) NOT NULL,
    year integer,
    area character varying(24) NOT NULL,
    keywords character varying(200) NOT NULL,
    audience integer NOT NULL,
    number integer NOT NULL,
    text character varying(8000) NOT NULL,
    file_id bigint,
    changed_on date NOT NULL,
    ended_on date,
    CONSTRAINT pk_material PRIMARY KEY (id)
);

CREATE TABLE material_version (
    material_id bigint NOT NULL,
    number integer NOT NULL,
    text character varying(8000) NOT NULL,
    file_id bigint,
    note character varying(1000) NOT NULL,
    person_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_material_version PRIMARY KEY (material_id, number)
);

CREATE TABLE material_ask (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    asker_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    what character varying(200) NOT NULL,
    "on" date NOT NULL,
    due_on date NOT NULL,
    reason character varying(1000) NOT NULL,
    person_id bigint NOT NULL,
    person_name character varying(60) NOT NULL,
    answer character varying(1000) NOT NULL,
    material_id bigint,
    answered_on date,
    CONSTRAINT pk_material_ask PRIMARY KEY (id)
);

CREATE TABLE post_entry (
    post_id bigint NOT NULL,
    element character varying(24) NOT NULL,
    text character varying(4000) NOT NULL,
    person_name character varying(60) NOT NULL,
    "on" date NOT NULL,
    CONSTRAINT pk_post_entry PRIMARY KEY (post_id, element)
);

CREATE TABLE flow_review (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    flow character varying(60) NOT NULL,
    version integer NOT NULL,
    regulation_id bigint,
    holds character varying(200) NOT NULL,
    words character varying(1000) NOT NULL,
    "on" date NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_flow_review PRIMARY KEY (id)
);

CREATE TABLE regulation_side (
    regulation_id bigint NOT NULL,
    side character varying(24) NOT NULL,
    text character varying(1000) NOT NULL,
    flow character varying(60) NOT NULL,
    stage character varying(24) NOT NULL,
    person_name character varying(60) NOT NULL,
    "on" date NOT NULL,
    CONSTRAINT pk_regulation_side PRIMARY KEY (regulation_id, side)
);

CREATE TABLE package_task (
    task_id bigint NOT NULL,
    above character varying(120) NOT NULL,
    CONSTRAINT pk_package_task PRIMARY KEY (task_id)
);

CREATE INDEX ix_kept_file_hash ON kept_file (hash);

CREATE INDEX ix_material_keeper_id_kind_id ON material (keeper_id, kind, id);

CREATE INDEX ix_material_ask_keeper_id_on ON material_ask (keeper_id, "on");

CREATE INDEX ix_flow_review_keeper_id ON flow_review (keeper_id);

-- bigram tokens made by the application, the same weights as search_entry: B holds the keywords, C the author.
CREATE TABLE search_material (
    material_id bigint NOT NULL CONSTRAINT pk_search_material PRIMARY KEY,
    tokens tsvector NOT NULL
);

CREATE INDEX ix_search_material_tokens ON search_material USING gin (tokens);
