-- 考核评价和减负: posts and vetoes of indicators, meeting discipline, people and those served; self-examination, savings, quoted and published figures; what slips were answered with.
ALTER TABLE appraisal_indicator ADD COLUMN post_name character varying(60) NOT NULL DEFAULT '';
ALTER TABLE appraisal_indicator ADD COLUMN is_veto boolean NOT NULL DEFAULT false;

CREATE TABLE appraisal_breach (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    convener character varying(24) NOT NULL,
    meeting character varying(200) NOT NULL,
    "on" date NOT NULL,
    person_name character varying(60) NOT NULL,
    unit_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    excuse character varying(500) NOT NULL,
    recorded_by character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_appraisal_breach PRIMARY KEY (id)
);

CREATE TABLE appraisal_person (
    keeper_id bigint NOT NULL,
    year integer NOT NULL,
    person_id bigint NOT NULL,
    self_marks character varying(60) NOT NULL,
    self_words character varying(1000) NOT NULL,
    self_on date,
    marks character varying(60) NOT NULL,
    words character varying(1000) NOT NULL,
    deducted integer NOT NULL,
    total integer NOT NULL,
    grade character varying(24) NOT NULL,
    graded_by character varying(60) NOT NULL,
    graded_on date,
    use character varying(24) NOT NULL,
    use_words character varying(1000) NOT NULL,
    used_on date,
    CONSTRAINT pk_appraisal_person PRIMARY KEY (keeper_id, year, person_id)
);

CREATE TABLE appraisal_voice (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    source character varying(24) NOT NULL,
    "on" date NOT NULL,
    who character varying(120) NOT NULL,
    opinion character varying(1000) NOT NULL,
    need character varying(1000) NOT NULL,
    mark integer,
    stage character varying(24) NOT NULL,
    answer character varying(1000) NOT NULL,
    answered_on date,
    recorded_by character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_appraisal_voice PRIMARY KEY (id)
);

CREATE TABLE burden_flaw (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    item character varying(24) NOT NULL,
    text character varying(1000) NOT NULL,
    measure character varying(1000) NOT NULL,
    owner character varying(60) NOT NULL,
    due_on date NOT NULL,
    result character varying(1000) NOT NULL,
    closed_on date,
    by_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_burden_flaw PRIMARY KEY (id)
);

CREATE TABLE burden_publication (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    year integer NOT NULL,
    title character varying(120) NOT NULL,
    figures character varying(2000) NOT NULL,
    words character varying(4000) NOT NULL,
    contact character varying(200) NOT NULL,
    "on" date NOT NULL,
    withdrawn_on date,
    published_by character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_burden_publication PRIMARY KEY (id)
);

CREATE TABLE burden_quoted (
    keeper_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    kind integer NOT NULL,
    year integer NOT NULL,
    platform character varying(60) NOT NULL,
    value integer NOT NULL,
    taken_on date NOT NULL,
    recorded_by character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_burden_quoted PRIMARY KEY (keeper_id, year, unit_id, kind, platform)
);

CREATE TABLE burden_saving (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    amount bigint NOT NULL,
    "on" date NOT NULL,
    basis character varying(500) NOT NULL,
    recorded_by character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_burden_saving PRIMARY KEY (id)
);

CREATE TABLE defect_measure (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    person_id bigint NOT NULL,
    points integer NOT NULL,
    measure character varying(60) NOT NULL,
    words character varying(500) NOT NULL,
    "on" date NOT NULL,
    by_name character varying(60) NOT NULL,
    CONSTRAINT pk_defect_measure PRIMARY KEY (id)
);

CREATE INDEX ix_appraisal_breach_keeper_id_on ON appraisal_breach (keeper_id, "on");

CREATE INDEX ix_appraisal_voice_keeper_id_on ON appraisal_voice (keeper_id, "on");

CREATE UNIQUE INDEX ix_burden_flaw_keeper_id_year_unit_id_number ON burden_flaw (keeper_id, year, unit_id, number);

CREATE INDEX ix_burden_publication_keeper_id_on ON burden_publication (keeper_id, "on");

CREATE INDEX ix_burden_saving_keeper_id_on ON burden_saving (keeper_id, "on");

CREATE INDEX ix_defect_measure_keeper_id_person_id ON defect_measure (keeper_id, person_id);
