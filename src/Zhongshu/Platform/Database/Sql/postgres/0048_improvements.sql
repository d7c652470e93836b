-- 务虚和改进, rules of conduct, writing practice, summaries of closed matters.
CREATE TABLE retreat (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    title character varying(120) NOT NULL,
    "on" date NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_retreat PRIMARY KEY (id)
);

CREATE TABLE retreat_opinion (
    id bigint NOT NULL,
    retreat_id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    question character varying(40) NOT NULL,
    text character varying(1000) NOT NULL,
    by_name character varying(60) NOT NULL,
    class character varying(24) NOT NULL,
    plan character varying(1000) NOT NULL,
    owner_id bigint,
    due_on date,
    result character varying(1000) NOT NULL,
    done_on date,
    CONSTRAINT pk_retreat_opinion PRIMARY KEY (id)
);

CREATE TABLE retreat_look (
    id bigint NOT NULL,
    opinion_id bigint NOT NULL,
    class character varying(24) NOT NULL,
    words character varying(1000) NOT NULL,
    "on" date NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_retreat_look PRIMARY KEY (id)
);

CREATE TABLE measure_list (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    form integer NOT NULL,
    kind character varying(40) NOT NULL,
    title character varying(120) NOT NULL,
    parent_id bigint,
    "on" date NOT NULL,
    ended_on date,
    CONSTRAINT pk_measure_list PRIMARY KEY (id)
);

CREATE TABLE measure_line (
    id bigint NOT NULL,
    list_id bigint NOT NULL,
    aspect character varying(40) NOT NULL,
    text character varying(1000) NOT NULL,
    owner_id bigint NOT NULL,
    due_on date NOT NULL,
    result character varying(1000) NOT NULL,
    done_on date,
    CONSTRAINT pk_measure_line PRIMARY KEY (id)
);

CREATE TABLE pilot (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    title character varying(120) NOT NULL,
    text character varying(1000) NOT NULL,
    grounds character varying(4000) NOT NULL,
    scope character varying(200) NOT NULL,
    owner_id bigint NOT NULL,
    "from" date NOT NULL,
    evaluate_on date NOT NULL,
    stage character varying(24) NOT NULL,
    state integer NOT NULL,
    ended_on date,
    CONSTRAINT pk_pilot PRIMARY KEY (id)
);

CREATE TABLE pilot_step (
    id bigint NOT NULL,
    pilot_id bigint NOT NULL,
    stage character varying(24) NOT NULL,
    words character varying(1000) NOT NULL,
    verdict character varying(24) NOT NULL,
    "on" date NOT NULL,
    person_name character varying(60) NOT NULL,
    CONSTRAINT pk_pilot_step PRIMARY KEY (id)
);

CREATE TABLE conduct_signature (
    person_id bigint NOT NULL,
    stamp character varying(16) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_conduct_signature PRIMARY KEY (person_id, stamp)
);

CREATE TABLE negative_item (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    text character varying(1000) NOT NULL,
    since date NOT NULL,
    changed_on date NOT NULL,
    ended_on date,
    result character varying(1000) NOT NULL,
    CONSTRAINT pk_negative_item PRIMARY KEY (id)
);

CREATE TABLE writing_task (
    id bigint NOT NULL,
    keeper_id bigint NOT NULL,
    person_id bigint NOT NULL,
    step character varying(24) NOT NULL,
    title character varying(120) NOT NULL,
    due_on date NOT NULL,
    set_by character varying(60) NOT NULL,
    text character varying(8000) NOT NULL,
    handed_on date,
    comment character varying(1000) NOT NULL,
    passed_on date,
    CONSTRAINT pk_writing_task PRIMARY KEY (id)
);

CREATE TABLE summary_ask (
    matter_id bigint NOT NULL,
    person_id bigint NOT NULL,
    "on" date NOT NULL,
    lesson_id bigint,
    CONSTRAINT pk_summary_ask PRIMARY KEY (matter_id)
);

CREATE INDEX ix_retreat_keeper_id_on ON retreat (keeper_id, "on");

CREATE INDEX ix_retreat_opinion_retreat_id ON retreat_opinion (retreat_id);

CREATE INDEX ix_retreat_opinion_keeper_id_done_on_due_on ON retreat_opinion (keeper_id, done_on, due_on);

CREATE INDEX ix_retreat_look_opinion_id ON retreat_look (opinion_id);

CREATE INDEX ix_measure_list_keeper_id ON measure_list (keeper_id);

CREATE INDEX ix_measure_line_list_id ON measure_line (list_id);

CREATE INDEX ix_measure_line_owner_id_done_on ON measure_line (owner_id, done_on);

CREATE INDEX ix_pilot_keeper_id ON pilot (keeper_id);

CREATE INDEX ix_pilot_step_pilot_id ON pilot_step (pilot_id);

CREATE INDEX ix_negative_item_person_id ON negative_item (person_id);

CREATE INDEX ix_writing_task_person_id ON writing_task (person_id);

CREATE INDEX ix_summary_ask_person_id_on ON summary_ask (person_id, "on");
