-- 督查督办: how items are marked, and who in a unit answers for a task.
CREATE TABLE supervision_mark (
    matter_id bigint NOT NULL,
    priority integer NOT NULL,
    way character varying(24) NOT NULL,
    is_special boolean NOT NULL,
    is_prompt boolean NOT NULL,
    reasonable character varying(1000) NOT NULL,
    support character varying(1000) NOT NULL,
    lesson character varying(2000) NOT NULL,
    marked_by character varying(60) NOT NULL,
    at bigint NOT NULL,
    CONSTRAINT pk_supervision_mark PRIMARY KEY (matter_id)
);

CREATE TABLE supervision_person (
    id bigint NOT NULL,
    matter_id bigint NOT NULL,
    task_id bigint NOT NULL,
    part character varying(24) NOT NULL,
    name character varying(60) NOT NULL,
    post character varying(60) NOT NULL,
    goal character varying(300) NOT NULL,
    CONSTRAINT pk_supervision_person PRIMARY KEY (id)
);

CREATE INDEX ix_supervision_person_matter_id ON supervision_person (matter_id);

CREATE INDEX ix_supervision_person_task_id ON supervision_person (task_id);
