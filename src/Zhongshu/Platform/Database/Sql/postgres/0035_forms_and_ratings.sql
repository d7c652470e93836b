-- 一表通, 观测点, 下评上: forms with their questions and answers, reports of burdens, ratings that name nobody.
CREATE TABLE burden_answer (
    question_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    form_id bigint NOT NULL,
    value character varying(2000) NOT NULL,
    was_known boolean NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_burden_answer PRIMARY KEY (question_id, unit_id)
);

CREATE TABLE burden_form (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    issuer_id bigint NOT NULL,
    number character varying(60) NOT NULL,
    title character varying(200) NOT NULL,
    basis character varying(500) NOT NULL,
    due_on date NOT NULL,
    minutes integer NOT NULL,
    entry_id bigint NOT NULL,
    at bigint NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_burden_form PRIMARY KEY (id)
);

CREATE TABLE burden_form_unit (
    form_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    answered_at bigint,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_burden_form_unit PRIMARY KEY (form_id, unit_id)
);

CREATE TABLE burden_point (
    keeper_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT pk_burden_point PRIMARY KEY (keeper_id, unit_id)
);

CREATE TABLE burden_question (
    id bigint NOT NULL,
    form_id bigint NOT NULL,
    place integer NOT NULL,
    text character varying(200) NOT NULL,
    measure character varying(20) NOT NULL,
    plain character varying(200) NOT NULL,
    mode integer NOT NULL,
    same_as_id bigint,
    reason character varying(500) NOT NULL,
    CONSTRAINT pk_burden_question PRIMARY KEY (id)
);

CREATE TABLE burden_report (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    code character varying(12) NOT NULL,
    unit_id bigint,
    person_id bigint,
    item character varying(24) NOT NULL,
    text character varying(2000) NOT NULL,
    about character varying(200) NOT NULL,
    minutes integer NOT NULL,
    reported_on date NOT NULL,
    state integer NOT NULL,
    handler_id bigint,
    due_on date,
    answer character varying(2000) NOT NULL,
    result character varying(2000) NOT NULL,
    closed_on date,
    is_case boolean NOT NULL,
    published_on date,
    look_back_on date,
    look_back character varying(2000) NOT NULL,
    again integer NOT NULL,
    CONSTRAINT pk_burden_report PRIMARY KEY (id)
);

CREATE TABLE burden_self_check (
    report_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    has_same boolean NOT NULL,
    text character varying(2000) NOT NULL,
    person_name character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_burden_self_check PRIMARY KEY (report_id, unit_id)
);

CREATE TABLE rating_done (
    round_id bigint NOT NULL,
    rater_id bigint NOT NULL,
    rated_id bigint NOT NULL,
    CONSTRAINT pk_rating_done PRIMARY KEY (round_id, rater_id, rated_id)
);

CREATE TABLE rating_round (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    title character varying(80) NOT NULL,
    until date NOT NULL,
    items character varying(2000) NOT NULL,
    least_group integer NOT NULL,
    at bigint NOT NULL,
    published_at bigint,
    CONSTRAINT pk_rating_round PRIMARY KEY (id)
);

CREATE TABLE rating_sheet (
    id bigint NOT NULL,
    round_id bigint NOT NULL,
    rated_id bigint NOT NULL,
    scores character varying(200) NOT NULL,
    words character varying(1000) NOT NULL,
    CONSTRAINT pk_rating_sheet PRIMARY KEY (id)
);

CREATE TABLE rating_unit (
    round_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    rates boolean NOT NULL,
    pledge character varying(2000) NOT NULL,
    CONSTRAINT pk_rating_unit PRIMARY KEY (round_id, unit_id, rates)
);

CREATE INDEX ix_burden_answer_form_id_unit_id ON burden_answer (form_id, unit_id);

CREATE INDEX ix_burden_form_keeper_id_at ON burden_form (keeper_id, at);

CREATE INDEX ix_burden_form_unit_unit_id ON burden_form_unit (unit_id);

CREATE INDEX ix_burden_question_form_id ON burden_question (form_id);

CREATE UNIQUE INDEX ix_burden_report_code ON burden_report (code);

CREATE INDEX ix_burden_report_keeper_id_state_id ON burden_report (keeper_id, state, id);

CREATE UNIQUE INDEX ix_rating_round_keeper_id_title ON rating_round (keeper_id, title);

CREATE INDEX ix_rating_sheet_round_id_rated_id ON rating_sheet (round_id, rated_id);
