-- 制度台账: the register, its changes, remarks, plan and looks.
CREATE TABLE regulation (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    title character varying(120) NOT NULL,
    number character varying(60) NOT NULL,
    class character varying(40) NOT NULL,
    sphere character varying(40) NOT NULL,
    area character varying(40) NOT NULL,
    layer character varying(40) NOT NULL,
    level character varying(40) NOT NULL,
    method character varying(40) NOT NULL,
    issued_on date NOT NULL,
    unit_id bigint NOT NULL,
    partners character varying(1000) NOT NULL,
    is_principle boolean NOT NULL,
    details_id bigint,
    summary character varying(4000) NOT NULL,
    state integer NOT NULL,
    ended_on date,
    looked_at_on date,
    verdict character varying(40) NOT NULL,
    CONSTRAINT pk_regulation PRIMARY KEY (id)
);

CREATE TABLE regulation_change (
    id bigint NOT NULL,
    regulation_id bigint NOT NULL,
    "on" date NOT NULL,
    what character varying(4000) NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_regulation_change PRIMARY KEY (id)
);

CREATE TABLE regulation_remark (
    id bigint NOT NULL,
    regulation_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    person_id bigint NOT NULL,
    person_name character varying(60) NOT NULL,
    text character varying(1000) NOT NULL,
    at bigint NOT NULL,
    state integer NOT NULL,
    answer character varying(1000) NOT NULL,
    CONSTRAINT pk_regulation_remark PRIMARY KEY (id)
);

CREATE TABLE regulation_task (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    kind integer NOT NULL,
    regulation_id bigint,
    title character varying(120) NOT NULL,
    mark character varying(40) NOT NULL,
    reason character varying(1000) NOT NULL,
    content character varying(1000) NOT NULL,
    approval character varying(40) NOT NULL,
    level character varying(40) NOT NULL,
    unit_id bigint NOT NULL,
    due_on date NOT NULL,
    state integer NOT NULL,
    done_on date,
    result character varying(1000) NOT NULL,
    planned_on date NOT NULL,
    CONSTRAINT pk_regulation_task PRIMARY KEY (id)
);

CREATE TABLE regulation_look (
    id bigint NOT NULL,
    regulation_id bigint NOT NULL,
    "on" date NOT NULL,
    verdict character varying(40) NOT NULL,
    text character varying(1000) NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_regulation_look PRIMARY KEY (id)
);

CREATE INDEX ix_regulation_keeper_id_state ON regulation (keeper_id, state);

CREATE INDEX ix_regulation_change_regulation_id ON regulation_change (regulation_id);

CREATE INDEX ix_regulation_remark_regulation_id ON regulation_remark (regulation_id);

CREATE INDEX ix_regulation_task_keeper_id_state_due_on ON regulation_task (keeper_id, state, due_on);

CREATE INDEX ix_regulation_task_regulation_id ON regulation_task (regulation_id);

CREATE INDEX ix_regulation_look_regulation_id ON regulation_look (regulation_id);
