-- 错情复盘: slips with their reviews, risks, lessons.
CREATE TABLE defect (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    person_id bigint,
    matter_id bigint,
    is_confined boolean NOT NULL,
    kind character varying(24) NOT NULL,
    stage character varying(24) NOT NULL,
    found character varying(24) NOT NULL,
    consequence character varying(24) NOT NULL,
    aspect character varying(24) NOT NULL,
    "on" date NOT NULL,
    text character varying(1000) NOT NULL,
    foresight character varying(1000) NOT NULL,
    correction character varying(1000) NOT NULL,
    state integer NOT NULL,
    approach character varying(24) NOT NULL,
    conclusion character varying(1000) NOT NULL,
    everybody character varying(1000) NOT NULL,
    whole_process character varying(1000) NOT NULL,
    all_scenes character varying(1000) NOT NULL,
    lesson character varying(1000) NOT NULL,
    closed_on date,
    is_case boolean NOT NULL,
    told character varying(1000) NOT NULL,
    told_on date,
    by_id bigint NOT NULL,
    by_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_defect PRIMARY KEY (id)
);

CREATE TABLE defect_step (
    defect_id bigint NOT NULL,
    step character varying(24) NOT NULL,
    owner_id bigint NOT NULL,
    due_on date NOT NULL,
    words character varying(1000) NOT NULL,
    done_on date,
    done_by character varying(60) NOT NULL,
    CONSTRAINT pk_defect_step PRIMARY KEY (defect_id, step)
);

CREATE TABLE defect_advice (
    id bigint NOT NULL,
    defect_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    person_name character varying(60) NOT NULL,
    text character varying(1000) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_defect_advice PRIMARY KEY (id)
);

CREATE TABLE defect_check (
    defect_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    has_same boolean NOT NULL,
    text character varying(1000) NOT NULL,
    person_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_defect_check PRIMARY KEY (defect_id, unit_id)
);

CREATE TABLE risk_point (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    stage character varying(24) NOT NULL,
    text character varying(500) NOT NULL,
    measure character varying(500) NOT NULL,
    person_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    ended_on date,
    CONSTRAINT pk_risk_point PRIMARY KEY (id)
);

CREATE TABLE lesson (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    person_id bigint NOT NULL,
    person_name character varying(60) NOT NULL,
    unit_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    title character varying(120) NOT NULL,
    text character varying(4000) NOT NULL,
    defect_id bigint,
    "on" date NOT NULL,
    is_shared boolean NOT NULL,
    applied character varying(1000) NOT NULL,
    applied_on date,
    raised_why character varying(1000) NOT NULL,
    raised_on date,
    raised_to character varying(1000) NOT NULL,
    decided_on date,
    at bigint NOT NULL,
    CONSTRAINT pk_lesson PRIMARY KEY (id)
);

CREATE INDEX ix_defect_keeper_id_on ON defect (keeper_id, "on");

CREATE INDEX ix_defect_matter_id ON defect (matter_id);

CREATE INDEX ix_defect_step_owner_id ON defect_step (owner_id);

CREATE INDEX ix_defect_advice_defect_id ON defect_advice (defect_id);

CREATE INDEX ix_risk_point_keeper_id_stage ON risk_point (keeper_id, stage);

CREATE INDEX ix_lesson_keeper_id_on ON lesson (keeper_id, "on");

CREATE INDEX ix_lesson_person_id ON lesson (person_id);
