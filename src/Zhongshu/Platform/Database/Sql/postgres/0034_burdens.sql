-- 总量管控与减负: the all-calibre ledger and its yearly plan.
CREATE TABLE burden_entry (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    issuer_id bigint NOT NULL,
    kind integer NOT NULL,
    title character varying(200) NOT NULL,
    number character varying(80) NOT NULL,
    happens_on date NOT NULL,
    is_comprehensive boolean NOT NULL,
    state integer NOT NULL,
    is_over_plan boolean NOT NULL,
    reason character varying(1000) NOT NULL,
    like_reason character varying(1000) NOT NULL,
    "like" character varying(400) NOT NULL,
    decision character varying(1000) NOT NULL,
    decided_by character varying(60) NOT NULL,
    at bigint NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_burden_entry PRIMARY KEY (id)
);

CREATE TABLE burden_plan (
    keeper_id bigint NOT NULL,
    issuer_id bigint NOT NULL,
    year integer NOT NULL,
    kind integer NOT NULL,
    planned integer NOT NULL,
    last_year integer,
    reason character varying(1000) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_burden_plan PRIMARY KEY (keeper_id, year, issuer_id, kind)
);

CREATE INDEX ix_burden_entry_keeper_id_happens_on ON burden_entry (keeper_id, happens_on);

CREATE INDEX ix_burden_entry_keeper_id_state ON burden_entry (keeper_id, state);
