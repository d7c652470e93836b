-- 文件专人、来件三动作、先阅先学、配套事项、复盘、工作要求、报件意向; opinions in the index.
CREATE TABLE document_keeper (
    unit_id bigint NOT NULL,
    level integer NOT NULL,
    person_id bigint NOT NULL,
    set_at bigint NOT NULL,
    CONSTRAINT pk_document_keeper PRIMARY KEY (unit_id, level)
);

CREATE TABLE unit_receipt (
    matter_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    arrived_at bigint NOT NULL,
    downloaded_at bigint,
    printed_at bigint,
    presented_at bigint,
    presented_to character varying(60) NOT NULL,
    reminded_at bigint,
    warned_at bigint,
    CONSTRAINT pk_unit_receipt PRIMARY KEY (matter_id, unit_id)
);

CREATE INDEX ix_unit_receipt_unit_id_arrived_at ON unit_receipt (unit_id, arrived_at);

CREATE TABLE early_reading (
    matter_id bigint NOT NULL,
    person_id bigint NOT NULL,
    person_name character varying(60) NOT NULL,
    post_name character varying(120) NOT NULL,
    at bigint NOT NULL,
    note character varying(600) NOT NULL,
    CONSTRAINT pk_early_reading PRIMARY KEY (matter_id, person_id)
);

CREATE TABLE follow_up (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    quote character varying(300) NOT NULL,
    state integer NOT NULL,
    unit_id bigint,
    due_on date,
    note character varying(300) NOT NULL,
    at bigint NOT NULL,
    changed_at bigint,
    CONSTRAINT pk_follow_up PRIMARY KEY (id)
);

CREATE INDEX ix_follow_up_matter_id ON follow_up (matter_id);

CREATE INDEX ix_follow_up_state_id ON follow_up (state, id);

CREATE TABLE finding (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    stage character varying(12) NOT NULL,
    problem character varying(400) NOT NULL,
    cause character varying(400) NOT NULL,
    measure character varying(400) NOT NULL,
    unit_id bigint,
    by_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    mended_at bigint,
    mended_how character varying(400) NOT NULL,
    CONSTRAINT pk_finding PRIMARY KEY (id)
);

CREATE INDEX ix_finding_matter_id ON finding (matter_id);

CREATE TABLE work_demand (
    id bigint NOT NULL,
    home_unit_id bigint NOT NULL,
    title character varying(80) NOT NULL,
    text character varying(2000) NOT NULL,
    only_instructed boolean NOT NULL,
    units character varying(1000) NOT NULL,
    by_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    withdrawn_at bigint,
    CONSTRAINT pk_work_demand PRIMARY KEY (id)
);

CREATE TABLE submission_intent (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    home_unit_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    title character varying(200) NOT NULL,
    gist character varying(1000) NOT NULL,
    needed_on date NOT NULL,
    latest_on date NOT NULL,
    state integer NOT NULL,
    rounds integer NOT NULL,
    matter_id bigint,
    is_late boolean NOT NULL,
    reminded_at bigint,
    by_person_id bigint NOT NULL,
    by_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_submission_intent PRIMARY KEY (id)
);

CREATE INDEX ix_submission_intent_unit_id_state ON submission_intent (unit_id, state);

CREATE INDEX ix_submission_intent_state_latest_on ON submission_intent (state, latest_on);

CREATE TABLE intent_note (
    id bigint NOT NULL,
    intent_id bigint NOT NULL,
    who character varying(120) NOT NULL,
    text character varying(1000) NOT NULL,
    is_office boolean NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_intent_note PRIMARY KEY (id)
);

CREATE INDEX ix_intent_note_intent_id ON intent_note (intent_id);

CREATE TABLE search_mark (
    name character varying(24) NOT NULL,
    up_to bigint NOT NULL,
    CONSTRAINT pk_search_mark PRIMARY KEY (name)
);

-- All that people wrote on a matter.
CREATE TABLE search_opinion (
    matter_id bigint NOT NULL CONSTRAINT pk_search_opinion PRIMARY KEY,
    tokens tsvector NOT NULL
);

CREATE INDEX ix_search_opinion_tokens ON search_opinion USING gin (tokens);
