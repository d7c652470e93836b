-- 人员档案: trainings, pairs, abilities, self-examination.
CREATE TABLE training (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    subject character varying(24) NOT NULL,
    title character varying(120) NOT NULL,
    batch character varying(40) NOT NULL,
    speaker character varying(60) NOT NULL,
    "on" date NOT NULL,
    CONSTRAINT pk_training PRIMARY KEY (id)
);

CREATE TABLE attendance (
    training_id bigint NOT NULL,
    person_id bigint NOT NULL,
    score integer,
    words character varying(1000) NOT NULL,
    CONSTRAINT pk_attendance PRIMARY KEY (training_id, person_id)
);

CREATE TABLE mentoring (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    mentor_id bigint NOT NULL,
    mentee_id bigint NOT NULL,
    goal character varying(1000) NOT NULL,
    since date NOT NULL,
    until date,
    result character varying(1000) NOT NULL,
    CONSTRAINT pk_mentoring PRIMARY KEY (id)
);

CREATE TABLE mentoring_step (
    id bigint NOT NULL,
    mentoring_id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    text character varying(1000) NOT NULL,
    "on" date NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_mentoring_step PRIMARY KEY (id)
);

CREATE TABLE ability (
    person_id bigint NOT NULL,
    tag character varying(24) NOT NULL,
    ground character varying(1000) NOT NULL,
    "on" date NOT NULL,
    by_name character varying(60) NOT NULL,
    CONSTRAINT pk_ability PRIMARY KEY (person_id, tag)
);

CREATE TABLE self_examination (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    list character varying(24) NOT NULL,
    "on" date NOT NULL,
    broken character varying(400) NOT NULL,
    words character varying(1000) NOT NULL,
    CONSTRAINT pk_self_examination PRIMARY KEY (id)
);

CREATE INDEX ix_training_keeper_id_on ON training (keeper_id, "on");

CREATE INDEX ix_attendance_person_id ON attendance (person_id);

CREATE INDEX ix_mentoring_keeper_id ON mentoring (keeper_id);

CREATE INDEX ix_mentoring_step_mentoring_id ON mentoring_step (mentoring_id);

CREATE INDEX ix_self_examination_person_id_on ON self_examination (person_id, "on");
