-- 学习频次和方面, 座谈意见, 调配和纪律, 素质评价, 容错申报.
CREATE TABLE training_point (
    training_id bigint NOT NULL,
    word character varying(40) NOT NULL,
    text character varying(1000) NOT NULL,
    by_name character varying(60) NOT NULL,
    CONSTRAINT pk_training_point PRIMARY KEY (training_id, word)
);

CREATE TABLE training_question (
    training_id bigint NOT NULL,
    topic character varying(40) NOT NULL,
    person_id bigint NOT NULL,
    answer character varying(1000) NOT NULL,
    by_name character varying(60) NOT NULL,
    CONSTRAINT pk_training_question PRIMARY KEY (training_id, topic)
);

CREATE TABLE training_plan (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    title character varying(120) NOT NULL,
    "on" date NOT NULL,
    training_id bigint,
    dropped character varying(400) NOT NULL,
    by_name character varying(60) NOT NULL,
    CONSTRAINT pk_training_plan PRIMARY KEY (id)
);

CREATE TABLE youth_opinion (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    training_id bigint NOT NULL,
    person_id bigint NOT NULL,
    text character varying(1000) NOT NULL,
    answer character varying(1000) NOT NULL,
    answered_by character varying(60) NOT NULL,
    answered_on date,
    unit_id bigint NOT NULL,
    measure character varying(1000) NOT NULL,
    due_on date,
    result character varying(1000) NOT NULL,
    done_on date,
    CONSTRAINT pk_youth_opinion PRIMARY KEY (id)
);

CREATE TABLE movement (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    person_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    from_unit_id bigint NOT NULL,
    to_unit_id bigint NOT NULL,
    place character varying(120) NOT NULL,
    task character varying(400) NOT NULL,
    since date NOT NULL,
    due_on date NOT NULL,
    until date,
    result character varying(1000) NOT NULL,
    by_name character varying(60) NOT NULL,
    CONSTRAINT pk_movement PRIMARY KEY (id)
);

CREATE TABLE lapse (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    person_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    "on" date NOT NULL,
    words character varying(400) NOT NULL,
    reply character varying(400) NOT NULL,
    by_name character varying(60) NOT NULL,
    CONSTRAINT pk_lapse PRIMARY KEY (id)
);

CREATE TABLE quality_mark (
    keeper_id bigint NOT NULL,
    year integer NOT NULL,
    person_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    marks character varying(60) NOT NULL,
    words character varying(1000) NOT NULL,
    "on" date NOT NULL,
    judge_name character varying(60) NOT NULL,
    CONSTRAINT pk_quality_mark PRIMARY KEY (keeper_id, year, person_id, judge_id)
);

CREATE TABLE tolerance (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    person_id bigint NOT NULL,
    title character varying(120) NOT NULL,
    deviation character varying(1000) NOT NULL,
    cause character varying(1000) NOT NULL,
    measure character varying(1000) NOT NULL,
    "on" date NOT NULL,
    is_accepted boolean,
    words character varying(1000) NOT NULL,
    decided_by character varying(60) NOT NULL,
    decided_on date,
    CONSTRAINT pk_tolerance PRIMARY KEY (id)
);

CREATE INDEX ix_training_plan_keeper_id_on ON training_plan (keeper_id, "on");

CREATE INDEX ix_youth_opinion_keeper_id_answered_on ON youth_opinion (keeper_id, answered_on);

CREATE INDEX ix_youth_opinion_training_id ON youth_opinion (training_id);

CREATE INDEX ix_movement_keeper_id_since ON movement (keeper_id, since);

CREATE INDEX ix_lapse_keeper_id_on ON lapse (keeper_id, "on");

CREATE INDEX ix_lapse_person_id ON lapse (person_id);

CREATE INDEX ix_tolerance_keeper_id_decided_on ON tolerance (keeper_id, decided_on);

CREATE INDEX ix_tolerance_person_id ON tolerance (person_id);
