-- 总量管控与减负: quality of papers, and events with their signings.
CREATE TABLE burden_event (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    issuer_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    title character varying(200) NOT NULL,
    held_on date NOT NULL,
    cost bigint NOT NULL,
    effect character varying(2000) NOT NULL,
    effect_on date,
    answered character varying(1000) NOT NULL,
    at bigint NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_burden_event PRIMARY KEY (id)
);

CREATE TABLE burden_signing (
    id bigint NOT NULL,
    event_id bigint NOT NULL,
    project character varying(200) NOT NULL,
    partner character varying(120) NOT NULL,
    amount bigint NOT NULL,
    landed bigint NOT NULL,
    landed_on date,
    reason character varying(500) NOT NULL,
    CONSTRAINT pk_burden_signing PRIMARY KEY (id)
);

CREATE TABLE burden_paper_mark (
    keeper_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    year integer NOT NULL,
    quarter integer NOT NULL,
    standard character varying(24) NOT NULL,
    times integer NOT NULL,
    note character varying(500) NOT NULL,
    person_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_burden_paper_mark PRIMARY KEY (keeper_id, year, quarter, unit_id, standard)
);

CREATE INDEX ix_burden_event_keeper_id_held_on ON burden_event (keeper_id, held_on);

CREATE INDEX ix_burden_signing_event_id ON burden_signing (event_id);
